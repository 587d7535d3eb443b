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
  /** Signs alone, at the point itself, where there is no room for words: the list below the map has them. */
  readonly short: boolean;
  readonly onWalk: (machine: string) => void;
}

/** A site's name beside its point, and a way into each of its machines. */
export function SiteWords({ place, machines, time, short, onWalk }: SiteWordsProps) {
  const playhead_us = useBench((state) => state.playhead_us);
  const { x, y, width } = place.words;
  const buttons = machines.map((one) => <MachineButton key={one.machine} glance={one} short={short} onWalk={onWalk} />);
  return (
    <li>
      <span className={`site-words site-words-${sideOf(place)}`} style={{ left: x, top: y, width }}>
        <strong>
          {place.site}
          {time === null || short ? null : <time className="mono"> {time(playhead_us)}</time>}
        </strong>
        {short ? null : <span className="site-machines">{buttons}</span>}
      </span>
      {short ? (
        <span className="site-signs" style={{ left: place.x, top: place.y }}>
          {buttons}
        </span>
      ) : null}
    </li>
  );
}

/** Words lean towards their point. */
function sideOf({ x, words }: PlacedSite): 'before' | 'after' | 'middle' {
  if (words.x + words.width <= x) return 'before';
  return words.x >= x ? 'after' : 'middle';
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
      {firmware ? <Firmware short={short} /> : null}
    </button>
  );
}

function Firmware({ short }: { readonly short: boolean }) {
  return (
    <span className={short ? 'unseen' : 'map-firmware'} title={say('region.onFirmware')}>
      <Icon name="chip" size={15} />
      <span className="unseen">, {say('region.onFirmware')}</span>
    </span>
  );
}
