import { useBench } from '../store/bench.js';
import { leaveBranch } from '../store/client.js';
import { say } from '../text/say.js';
import { hourMinuteSecond } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';

/** Says that this run is a branch, since when, and how to leave it. */
export function BranchNote() {
  const branch = useBench((state) => state.branch);
  const clock = useClock();
  if (branch === null) return null;
  const time = hourMinuteSecond(clock(branch.at_us));
  return (
    <p className="branch-note" role="status">
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
        <path d="M3 1.5v11M3 9.5c0-4 8-2 8-6.5M8.8 5 11 2.8 13.2 5" fill="none" stroke="currentColor" strokeWidth="1.4" />
      </svg>
      <span title={say('bench.branchAbout', { time })}>{say('bench.branch', { time })}</span>
      <button type="button" className="link-button" onClick={leaveBranch}>
        {say('bench.branchBack')}
      </button>
    </p>
  );
}
