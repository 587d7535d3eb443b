import { usePose } from '../store/usePose.js';
import { say } from '../text/say.js';
import { describePose } from './describePose.js';

/** What the picture shows, as text for those who cannot see it. */
export function Mirror() {
  const pose = usePose();
  return (
    <section className="unseen" aria-label={say('bench.mirror')} data-testid="mirror">
      <ul>
        {describePose(pose).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}
