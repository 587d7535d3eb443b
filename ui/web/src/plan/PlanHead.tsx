import { ThemeButton } from '../first-screen/ThemeButton.js';
import { say } from '../text/say.js';
import type { PlanStep } from './store/PlanState.js';
import { plan, usePlan } from './store/plan.js';
import { closePlanner } from './store/planClient.js';

const STEPS: readonly PlanStep[] = ['start', 'check', 'answer'];

/** The way back to the first screen, and the three steps: those that were come to can be gone back to. */
export function PlanHead() {
  const step = usePlan((state) => state.step);
  const region = usePlan((state) => state.region);
  const study = usePlan((state) => state.study);
  const isOpen = { start: true, check: region !== null, answer: study !== null };
  return (
    <header className="plan-head">
      <button type="button" className="logo" aria-label={say('bench.home')} onClick={closePlanner}>
        {say('app.name')}
      </button>
      {region === null ? null : <span className="plan-region">{region.title}</span>}
      <nav aria-label={say('plan.steps')}>
        <ol className="plan-steps">
          {STEPS.map((one, place) => (
            <li key={one}>
              <button
                type="button"
                aria-current={one === step ? 'step' : undefined}
                disabled={!isOpen[one]}
                onClick={() => plan.setState({ step: one })}
              >
                <span className="mono" aria-hidden="true">
                  {place + 1}
                </span>
                {say(`plan.step.${one}`)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <ThemeButton />
    </header>
  );
}
