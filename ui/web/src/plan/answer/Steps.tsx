import { STEPS } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';
import type { StudyRun } from '../store/PlanState.js';

/** The steps of a study, those behind it filled; siting, judging and improving take turns, so the furthest one counts. */
export function Steps({ study: { step, state, futures, plans } }: { readonly study: StudyRun }) {
  const at = STEPS.indexOf(step);
  return (
    <section className="plan-paper" aria-label={say('plan.study.title')}>
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
