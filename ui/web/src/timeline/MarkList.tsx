import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { sayVerdict } from './Expectations.js';
import type { LaneView } from './Lane.js';
import { marksOf } from './marksOf.js';

/** The timeline's marks as a list, for those who do not see it. */
export function MarkList({ view }: { readonly view: LaneView }) {
  const { trace, machine, horizon_us, write } = view;
  const verdicts = useBench((state) => state.verdicts);
  const lines = [
    ...marksOf(trace, machine, horizon_us),
    ...verdicts.filter((one) => one.t_us <= horizon_us).map((one) => ({ t_us: one.t_us, says: sayVerdict(one) })),
  ].sort((a, b) => a.t_us - b.t_us);
  if (lines.length === 0) return null;
  return (
    <ul className="unseen" aria-label={say('timeline.marks')} data-testid="marks">
      {lines.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same at one instant
        <li key={place}>{`${write(one.t_us)} ${one.says}`}</li>
      ))}
    </ul>
  );
}
