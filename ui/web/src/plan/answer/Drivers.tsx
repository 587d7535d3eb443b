import { factorValueWords, factorWords, type Region, type Study } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';

const SHOWN = 6;

/** What moves the answer most: in how many of 100 futures the plan holds with each assumption at its least and its most. */
export function Drivers({ study: { robustness }, region }: { readonly study: Study; readonly region: Region }) {
  if (robustness === null) return null;
  const { factors, share, sites } = robustness;
  const moving = factors.filter(({ low, high, turnsAt }) => low.share !== high.share || turnsAt !== null);
  const percent = (one: number) => Math.round(one * 100);
  const worst = sites[0];
  return (
    <section className="plan-paper" aria-labelledby="drivers-title">
      <h2 id="drivers-title">{say('plan.drivers.title')}</h2>
      <p className="plan-second">{say('plan.drivers.about', { share: percent(share) })}</p>
      <ul className="drivers">
        {moving.slice(0, SHOWN).map(({ factor, low, high, turnsAt }) => {
          const [from, to] = [Math.min(low.share, high.share), Math.max(low.share, high.share)];
          return (
            <li key={factor}>
              <span className="driver-name">{factorWords(factor).says}</span>
              <span className="driver-range">
                {say('plan.drivers.range', {
                  low: factorValueWords(factor, low.value),
                  high: factorValueWords(factor, high.value),
                })}
              </span>
              <span className="driver-bar" aria-hidden="true">
                <span
                  className="driver-span"
                  style={{ left: `${percent(from)}%`, width: `${Math.max(1, percent(to) - percent(from))}%` }}
                />
                <span className="driver-now" style={{ left: `${percent(share)}%` }} />
              </span>
              <span className="plan-second">
                {say('plan.drivers.holds', { low: percent(low.share), high: percent(high.share) })}
                {turnsAt === null
                  ? ''
                  : ` ${turnsAt.machines === null ? say('plan.drivers.turnsNone', { value: factorValueWords(factor, turnsAt.value) }) : say('plan.drivers.turns', { value: factorValueWords(factor, turnsAt.value), machines: turnsAt.machines })}`}
              </span>
            </li>
          );
        })}
      </ul>
      {worst === undefined ? null : (
        <p>
          {say('plan.drivers.site', {
            site: region.candidates.find(({ id }) => id === worst.candidate)?.name ?? worst.candidate,
            share: percent(worst.share),
          })}
        </p>
      )}
    </section>
  );
}
