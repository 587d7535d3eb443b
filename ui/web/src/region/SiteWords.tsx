import { Icon } from '../sheet/Icon.js';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { MachineSign } from './MachineSign.js';
import type { MachineGlance } from './machineGlance.js';
import type { PlacedSite } from './regionLayout.js';

interface SiteWordsProps {
  readonly place: PlacedSite;
  readonly machines: readonly MachineGlance[];
  /** What its own clocks show, where they differ. */
  readonly time: ((t_us: number) => string) | null;
  /** Signs alone, where there is no room for words: the list beside the map has them. */
  readonly short: boolean;
  readonly onWalk: (machine: string) => void;
}

/** A site's name beside its point, and below it a way into each of its machines. */
export function SiteWords({ place, machines, time, short, onWalk }: SiteWordsProps) {
  const playhead_us = useBench((state) => state.playhead_us);
  const { x, y, width } = place.words;
  const before = x + width <= place.x;
  return (
    <li className={before ? 'site-words site-words-before' : 'site-words'} style={{ left: x, top: y, width }}>
      <strong>
        {place.site}
        {time === null ? null : <time className="mono"> {time(playhead_us)}</time>}
      </strong>
      <span className={short ? 'site-machines site-machines-short' : 'site-machines'}>
        {machines.map((one) => (
          <MachineButton key={one.machine} glance={one} short={short} onWalk={onWalk} />
        ))}
      </span>
    </li>
  );
}

interface MachineButtonProps {
  readonly glance: MachineGlance;
  readonly short: boolean;
  readonly onWalk: (machine: string) => void;
}

function MachineButton({ glance: { machine, sign, says }, short, onWalk }: MachineButtonProps) {
  const firmware = useBench((state) => state.controllers[machine] === 'emulated');
  return (
    <button
      type="button"
      id={`to-${machine}`}
      className={`map-machine map-machine-${sign}`}
      title={say('region.walk', { machine })}
      onClick={() => onWalk(machine)}
    >
      <MachineSign sign={sign} />
      <span className={short ? 'unseen' : 'map-machine-words'}>
        <span>{machine}</span>: <span className="map-machine-says">{says}</span>
      </span>
      {firmware ? <Firmware /> : null}
    </button>
  );
}

function Firmware() {
  return (
    <span className="map-firmware" title={say('region.onFirmware')}>
      <Icon name="chip" size={15} />
      <span className="unseen">, {say('region.onFirmware')}</span>
    </span>
  );
}
