import { durationInWords, STEPS } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';
import type { StudyRun } from '../store/PlanState.js';

/** The steps of a study, those behind it filled; siting, judging and improving take turns, so the furthest one counts. */
export function Steps({ study }: { readonly study: StudyRun }) {
  const { step, state, futures, plans } = study;
  const at = STEPS.indexOf(step);
  return (
    <section className="plan-paper" aria-label={say('plan.study.title')}>
      {state === 'running' ? <Progress study={study} /> : null}
      <ol className="study-steps">
        {STEPS.map((one, place) => (
          <li
            key={one}
            className={place < at ? 'study-passed' : place === at && state === 'running' ? 'study-now' : ''}
            aria-current={place === at ? 'step' : undefined}
          >
            <span className="study-mark" aria-hidden="true" />
            <span>
              <strong>{say(`plan.study.${one}.name`)}</strong>
              <span className="plan-second">{say(`plan.study.${one}.about`)}</span>
            </span>
          </li>
        ))}
      </ol>
      <p className="plan-second">{say('plan.study.so', { futures: futures.toLocaleString('en-CA'), plans: plans.length })}</p>
    </section>
  );
}

const STEP_S = 5;
/** Nothing is whole before it is. */
const MOST_PER_CENT = 99;

/** How far it is, as a line and in words, with the time that it should still take. */
function Progress({ study: { share, left_ms } }: { readonly study: StudyRun }) {
  const percent = Math.min(MOST_PER_CENT, Math.round(share * 100));
  const seconds = left_ms === null ? null : Math.ceil(left_ms / 1000 / STEP_S) * STEP_S;
  return (
    <div className="study-progress">
      <progress value={percent} max={100} aria-label={say('plan.study.far')} />
      <span className="study-far">
        {seconds === null
          ? say('plan.study.begun')
          : say('plan.study.left', { percent, left: durationInWords(seconds * 1_000_000) })}
      </span>
    </div>
  );
}
