import { useBench } from '../store/bench.js';
import { chooseFirmware } from '../store/client.js';
import { say } from '../text/say.js';

const NONE = '(none)';
const ALL = '(all)';
const SEVERAL = '(several)';

/** Which machine of the region stands on the firmware: one, all or none; the others stay on the model. */
export function FirmwarePicker() {
  const controllers = useBench((state) => state.controllers);
  const machines = Object.keys(controllers);
  const chosen = machines.filter((machine) => controllers[machine] === 'emulated');
  if (machines.length < 2) return null;
  const value = chosenIs(chosen, machines);
  return (
    <label className={chosen.length > 0 ? 'controller-picker controller-firmware' : 'controller-picker'}>
      <span className="controller-label">{say('region.firmware')}</span>
      <select
        value={value}
        title={say('board.change')}
        onChange={({ target }) =>
          chooseFirmware(target.value === ALL ? machines : machines.filter((one) => one === target.value))
        }
      >
        <option value={NONE}>{say('region.firmwareNone')}</option>
        {machines.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
        <option value={ALL}>{say('region.firmwareAll')}</option>
        {value === SEVERAL ? <option value={SEVERAL}>{say('region.firmwareSeveral', { count: chosen.length })}</option> : null}
      </select>
    </label>
  );
}

function chosenIs(chosen: readonly string[], machines: readonly string[]): string {
  if (chosen.length === machines.length) return ALL;
  if (chosen.length > 1) return SEVERAL;
  return chosen[0] ?? NONE;
}
