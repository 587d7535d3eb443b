import type { Study } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';

/** How the answer came about, step by step, for who wants to know before believing it. */
export function HowFound({ study }: { readonly study: Study }) {
  const { screened, sited, improved, plans, fidelities, futures, digest, seed } = study;
  const out = screened.filter(({ isOutOfQuestion }) => isOutOfQuestion).length;
  const designs = sited.reduce((sum, one) => sum + one.designs.length, 0);
  const optimal = sited.reduce((sum, one) => sum + one.designs.filter(({ isOptimal }) => isOptimal).length, 0);
  const moves = improved.reduce((sum, one) => sum + one.moves.length, 0);
  return (
    <details className="plan-paper plan-how">
      <summary>
        <h2>{say('plan.how.title')}</h2>
      </summary>
      <ol>
        <li>{say('plan.how.screen', { looked: screened.length, out })}</li>
        {fidelities.agreements.map(({ of, against, says }) => (
          <li key={`${of} ${against}`}>{says}</li>
        ))}
        <li>{say('plan.how.site', { designs, optimal })}</li>
        <li>{say('plan.how.judge', { plans: plans.length, futures: futures.toLocaleString('en-CA') })}</li>
        <li>{say('plan.how.improve', { moves })}</li>
        <li className="mono plan-digest">{say('plan.how.digest', { digest, seed })}</li>
      </ol>
    </details>
  );
}
