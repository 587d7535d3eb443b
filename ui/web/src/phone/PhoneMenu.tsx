import { Icon } from '../sheet/Icon.js';
import { bench, useBench } from '../store/bench.js';
import { say } from '../text/say.js';

/** Hands and faults, and the board, are what a phone's bench is opened for beside looking; the rest is on the timeline's tab. */
export function PhoneMenu() {
  // On the map there is no machine for them.
  if (useBench((state) => state.region)) return null;
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={say('board.title')}
        title={say('board.title')}
        onClick={() => bench.setState({ sheet: 'board' })}
      >
        <Icon name="chip" size={20} />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={say('bench.hands')}
        title={say('bench.hands')}
        onClick={() => bench.setState({ sheet: 'hands' })}
      >
        <Icon name="menu" size={20} />
      </button>
    </>
  );
}
