import './answer.css';
import { countedMachines, type Region } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';
import { StepHeading } from '../StepHeading.js';
import type { StudyRun } from '../store/PlanState.js';
import { usePlan } from '../store/plan.js';
import { save, startStudy, stopStudy } from '../store/planClient.js';
import { Curve } from './Curve.js';
import { Drivers } from './Drivers.js';
import { HowFound } from './HowFound.js';
import { LeftOut } from './LeftOut.js';
import { PlanTable } from './PlanTable.js';
import { SiteList } from './SiteList.js';
import { Steps } from './Steps.js';

/** The answer as it comes: its steps first, then the sentence, the curve, the plans beside each other, and what to take along. */
export function AnswerStep() {
  const region = usePlan((state) => state.region);
  const study = usePlan((state) => state.study);
  return region === null || study === null ? null : <Answer region={region} study={study} />;
}

function Answer({ region, study }: { readonly region: Region; readonly study: StudyRun }) {
  const { state, plans, result } = study;
  return (
    <>
      <Headline study={study} />
      {state === 'done' ? null : <Steps study={study} />}
      {state === 'running' ? (
        <button type="button" className="plain-button plan-stop" onClick={stopStudy}>
          {say('plan.answer.stop')}
        </button>
      ) : state === 'done' ? null : (
        <button type="button" className="main-button plan-stop" onClick={() => void startStudy()}>
          {say('plan.answer.again')}
        </button>
      )}
      {plans.length < 2 ? null : <Curve plans={plans} answer={result?.answer.machines ?? null} />}
      {plans.length === 0 ? null : <PlanTable region={region} plans={plans} answer={result?.answer.machines ?? null} />}
      <SiteList region={region} />
      <LeftOut region={region} />
      {result === null ? null : (
        <>
          <Drivers study={result} region={region} />
          <HowFound study={result} />
          <Downloads />
        </>
      )}
      <p className="plan-fine">{say(region.isHypothetical ? 'plan.answer.fineHypothetical' : 'plan.answer.fine')}</p>
    </>
  );
}

/** The number with its interval, and below it why; before there is one, what is being done. */
function Headline({ study: { state, result, message } }: { readonly study: StudyRun }) {
  if (result === null) {
    return (
      <>
        <StepHeading>{say(`plan.answer.${state}`)}</StepHeading>
        <p className="plan-lead">{message === '' ? say('plan.answer.meanwhile') : message}</p>
      </>
    );
  }
  const { machines, interval, sentence, because, impossible } = result.answer;
  // The heading has the number and its interval: the sentence would say both again.
  const [lead = sentence, ...more] = machines === null ? [sentence, ...because] : because;
  const over = machines === null || impossible === null ? [] : [`${impossible.what} ${impossible.nearest}`];
  const [low, high] = interval;
  const range = high === null ? say('plan.answer.orMore', { low }) : low === high ? '' : say('plan.answer.fromTo', { low, high });
  return (
    <>
      <StepHeading>
        {machines === null ? say('plan.answer.none') : countedMachines(machines)}
        {machines === null || range === '' ? '' : ', '}
        {machines === null || range === '' ? null : <span className="plan-interval">{range}</span>}.
      </StepHeading>
      <p className="plan-lead" data-testid="plan-sentence">
        {lead}
      </p>
      {[...over, ...more].map((one) => (
        <p key={one} className="plan-because">
          {one}
        </p>
      ))}
    </>
  );
}

function Downloads() {
  return (
    <section className="plan-paper" aria-labelledby="downloads-title">
      <h2 id="downloads-title">{say('plan.save.title')}</h2>
      <p className="plan-buttons">
        {(['html', 'csv', 'geojson', 'region'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className={kind === 'html' ? 'main-button' : 'plain-button'}
            onClick={() => save(kind)}
          >
            {say(`plan.save.${kind}`)}
          </button>
        ))}
      </p>
      <p className="plan-second">{say('plan.save.about')}</p>
    </section>
  );
}
