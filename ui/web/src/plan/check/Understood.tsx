import { type Candidate, isSmall, type Place, type Region, shownCount } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';

/** What a spreadsheet was understood to say: counts first, then row by row for who wants to check. */
export function Understood({ region, origin }: { readonly region: Region; readonly origin: string }) {
  const { places, candidates, links } = region;
  const sum = (of: (place: Place) => number) => places.reduce((all, place) => all + of(place), 0);
  const people = {
    low: sum((one) => one.people.low),
    likely: sum((one) => one.people.likely),
    high: sum((one) => one.people.high),
  };
  return (
    <section className="plan-paper" aria-labelledby="understood-title">
      <h2 id="understood-title">{say('plan.check.understood', { origin })}</h2>
      <dl className="understood-counts">
        <Count count={places.length} says={say('plan.check.places', { count: places.length })} />
        <Count count={people.likely} says={say('plan.check.people', { low: people.low, high: people.high })} />
        <Count count={candidates.length} says={say('plan.check.sites', { count: candidates.length })} />
        <Count count={links.length} says={say('plan.check.ways', { count: links.length })} />
      </dl>
      <details>
        <summary>{say('plan.check.placesTitle')}</summary>
        <PlacesTable places={places} candidates={candidates} />
      </details>
      {region.about === '' ? null : (
        <details>
          <summary>{say('plan.check.about')}</summary>
          <p className="understood-about">{region.about}</p>
          <ul className="understood-about plan-second">
            {region.credits.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Count({ count, says }: { readonly count: number; readonly says: string }) {
  return (
    <div>
      <dt>{says}</dt>
      <dd>{count.toLocaleString('en-CA')}</dd>
    </div>
  );
}

function PlacesTable({ places, candidates }: { readonly places: readonly Place[]; readonly candidates: readonly Candidate[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="plan-scroll" tabIndex={0} aria-label={say('plan.check.scroll')}>
      <table className="plan-table">
        <thead>
          <tr>
            <th scope="col">{say('plan.check.place')}</th>
            <th scope="col">{say('plan.check.likely')}</th>
            <th scope="col">{say('plan.check.range')}</th>
            <th scope="col">{say('plan.check.sitesHere')}</th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ id, name, people }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{shownCount(people.likely)}</td>
              <td>{isSmall(people.likely) ? '' : say('plan.check.fromTo', { low: people.low, high: people.high })}</td>
              <td>{candidates.filter(({ place }) => place === id).length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
