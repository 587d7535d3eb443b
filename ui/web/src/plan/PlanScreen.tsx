import './plan.css';
import { useEffect } from 'react';
import { say } from '../text/say.js';
import { AnswerStep } from './answer/AnswerStep.js';
import { CheckStep } from './check/CheckStep.js';
import { PlanMap } from './map/PlanMap.js';
import { PlanHead } from './PlanHead.js';
import { StartStep } from './start/StartStep.js';
import { usePlan } from './store/plan.js';

/** A region to be planned for: a column to read from top to bottom, beside a map that stays in view. */
export function PlanScreen() {
  const step = usePlan((state) => state.step);
  const region = usePlan((state) => state.region);
  const title = region?.title ?? say('plan.title');
  useEffect(() => {
    document.title = `${title} · ${say('app.name')}`;
  }, [title]);
  return (
    <div className={`plan plan-${step}`}>
      <a className="skip" href="#plan-main">
        {say('plan.skip')}
      </a>
      <PlanHead />
      <PlanMap />
      <main id="plan-main" className="plan-main">
        {step === 'start' ? <StartStep /> : step === 'check' ? <CheckStep /> : <AnswerStep />}
      </main>
      <News />
    </div>
  );
}

/** What happened, for who does not see it. */
function News() {
  const news = usePlan((state) => state.news);
  return (
    <p className="unseen" aria-live="polite" data-testid="plan-news">
      {news}
    </p>
  );
}
