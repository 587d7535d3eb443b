import { useBench } from '../store/bench.js';
import { chooseController } from '../store/client.js';
import { say } from '../text/say.js';
import { PAGE_CONTROLLERS, type PageController } from '../worker/protocol.js';

/** Who stands below the hinge of the machine in the picture. */
export function ControllerPicker() {
  const machine = useBench((state) => state.machine);
  const controller = useBench((state) => state.controllers[state.machine]);
  if (controller === undefined) return null;
  return (
    <label className={controller === 'emulated' ? 'controller-picker controller-firmware' : 'controller-picker'}>
      <span className="controller-label">{say('board.controller')}</span>
      <select
        value={controller}
        title={say('board.change')}
        onChange={(event) => chooseController(machine, event.target.value as PageController)}
      >
        {PAGE_CONTROLLERS.map((one) => (
          <option key={one} value={one}>
            {say(`board.is.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
