import { say } from '../../text/say.js';
import { usePlan } from '../store/plan.js';

const SHOWN = 12;

/** What is wrong with a spreadsheet, cell by cell, and what to write instead. */
export function Problems() {
  const problems = usePlan((state) => state.problems);
  const more = usePlan((state) => state.more);
  const origin = usePlan((state) => state.origin);
  if (problems.length === 0) return null;
  const rest = more + Math.max(0, problems.length - SHOWN);
  return (
    <section className="plan-paper plan-problems" role="alert">
      <h2>{say('plan.problems.title', { origin })}</h2>
      <ul>
        {problems.slice(0, SHOWN).map(({ where, message }) => (
          <li key={`${where} ${message}`}>
            {where === '' ? null : <span className="mono">{where}</span>}
            {message}
          </li>
        ))}
      </ul>
      {rest === 0 ? null : <p>{say('plan.problems.more', { count: rest })}</p>}
    </section>
  );
}
