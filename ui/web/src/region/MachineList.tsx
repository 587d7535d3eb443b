import { Icon } from '../sheet/Icon.js';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { MachineSign } from './MachineSign.js';
import { useRegion } from './useRegion.js';
import { walkInto } from './walk.js';

/** The machines of the region as rows, where the map has no room for words: those that need somebody first. */
export function MachineList() {
  const { machines } = useRegion();
  const controllers = useBench((state) => state.controllers);
  const wanting = machines.filter(({ sign }) => sign === 'fault' || sign === 'visit' || sign === 'out');
  const rows = [...wanting, ...machines.filter((one) => !wanting.includes(one))];
  return (
    <ul className="machine-list" aria-label={say('region.machines')}>
      {rows.map(({ machine, site, sign, says }) => (
        <li key={machine}>
          <button type="button" onClick={() => walkInto(machine)}>
            <MachineSign sign={sign} />
            <span className="machine-row-words">
              <strong>{machine}</strong> <span>{say('region.at', { site })}</span>
              {controllers[machine] === 'emulated' ? <span>, {say('region.onFirmware')}</span> : null}
              <span className={`machine-says machine-says-${sign}`}>{says}</span>
            </span>
            <Icon name="right" />
          </button>
        </li>
      ))}
    </ul>
  );
}
