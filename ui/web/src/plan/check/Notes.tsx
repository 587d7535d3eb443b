import { say } from '../../text/say.js';
import { usePlan } from '../store/plan.js';

/** What a planner should know of the region before anything is computed. */
export function Notes() {
  const notes = usePlan((state) => state.notes);
  if (notes.length === 0) return null;
  return (
    <section className="plan-paper plan-notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{say('plan.check.notes')}</h2>
      <ul>
        {notes.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </section>
  );
}
