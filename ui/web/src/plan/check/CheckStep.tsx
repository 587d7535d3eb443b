import './check.css';
import type { Region } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';
import { PlanForm } from '../form/PlanForm.js';
import { StepHeading } from '../StepHeading.js';
import { usePlan } from '../store/plan.js';
import { save, startStudy } from '../store/planClient.js';
import { Notes } from './Notes.js';
import { Understood } from './Understood.js';

/** What was understood of the spreadsheet, the form for the rest, and the button that finds the plan. */
export function CheckStep() {
  const region = usePlan((state) => state.region);
  return region === null ? null : <Check region={region} />;
}

function Check({ region }: { readonly region: Region }) {
  const faults = usePlan((state) => Object.keys(state.faults).length);
  const origin = usePlan((state) => state.origin);
  return (
    <>
      <StepHeading>{say('plan.check.headline')}</StepHeading>
      {region.isHypothetical ? <p className="plan-hypothetical">{say('plan.check.hypothetical')}</p> : null}
      <Understood region={region} origin={origin} />
      <Notes />
      <PlanForm region={region} />
      <div className="plan-go">
        <button type="button" className="main-button main-button-large" disabled={faults > 0} onClick={() => void startStudy()}>
          {say('plan.check.go')}
        </button>
        <span className={faults > 0 ? 'plan-go-fault' : 'plan-second'}>
          {faults > 0 ? say('plan.check.faults', { count: faults }) : say('plan.check.goAbout')}
        </span>
        <button type="button" className="link-button" onClick={() => save('region')}>
          {say('plan.check.save')}
        </button>
      </div>
    </>
  );
}
