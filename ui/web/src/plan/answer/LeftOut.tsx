import { isSmall, type Region } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';
import { usePlan } from '../store/plan.js';
import { keyOf } from '../store/planEdits.js';
import { shownPlan } from '../store/shownPlan.js';

/** Who the plan that is shown does not reach, place by place; below five nobody is counted aloud. */
export function LeftOut({ region }: { readonly region: Region }) {
  const shown = usePlan(shownPlan);
  const key = shown === null ? '' : keyOf(shown);
  const reach = usePlan((state) => state.places[key]?.reach ?? null);
  if (reach === null) return null;
  const rows = reach.places
    .map((one) => ({
      ...one,
      left: one.people - one.reached,
      name: region.places.find(({ id }) => id === one.place)?.name ?? one.place,
    }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left || (a.name < b.name ? -1 : 1));
  const told = rows.filter(({ left }) => !isSmall(left));
  const hidden = rows.length - told.length;
  return (
    <section className="plan-paper" aria-labelledby="left-out-title">
      <h2 id="left-out-title">{say('plan.leftOut.title')}</h2>
      {rows.length === 0 ? <p>{say('plan.leftOut.nobody')}</p> : null}
      <ul className="left-out">
        {told.map(({ place, name, left, people, isTooFar, nearestKm }) => (
          <li key={place}>
            <strong>{name}</strong>
            <span>
              {isSmall(people - left) ? say('plan.leftOut.most', { people }) : say('plan.leftOut.of', { left, people })}
            </span>
            <span className="plan-second">
              {isTooFar
                ? nearestKm === null
                  ? say('plan.leftOut.noWay')
                  : say('plan.leftOut.far', { km: Math.round(nearestKm) })
                : say('plan.leftOut.full')}
            </span>
          </li>
        ))}
      </ul>
      {hidden === 0 ? null : <p className="plan-second">{say('plan.leftOut.hidden', { count: hidden })}</p>}
    </section>
  );
}
