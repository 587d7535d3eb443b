import './sites.css';
import type { Candidate, Plan, Region } from '@dosetwin/scenarios';
import { useState } from 'react';
import { say } from '../../text/say.js';
import { PHONE, useMedia } from '../../theme/useMedia.js';
import { usePlan } from '../store/plan.js';
import { hasRoom, machinesAt } from '../store/planEdits.js';
import { changeSite, moveToSite } from '../store/planMoves.js';
import { shownPlan } from '../store/shownPlan.js';

/** The sites of the plan that is shown, where each machine can be moved, added or taken away without the map; on a phone it is opened by whoever wants it. */
export function SiteList({ region }: { readonly region: Region }) {
  const plan = usePlan(shownPlan);
  const phone = useMedia(PHONE);
  if (plan === null) return null;
  const free = region.candidates.filter((one) => hasRoom(plan, one));
  return (
    <section className="plan-paper" aria-labelledby="sites-title">
      <h2 id="sites-title">{say('plan.sites.title')}</h2>
      <p className="plan-second">{say('plan.sites.about')}</p>
      <details className="sites-each" open={!phone}>
        <summary>{say('plan.sites.each', { count: plan.sites.length })}</summary>
        <ul className="site-list">
          {plan.sites.map(({ candidate, machines }) => {
            const site = region.candidates.find(({ id }) => id === candidate);
            return site === undefined ? null : (
              <SiteRow key={candidate} region={region} plan={plan} site={site} machines={machines} free={free} />
            );
          })}
        </ul>
      </details>
      <AddMachine region={region} free={free} />
    </section>
  );
}

interface SiteRowProps {
  readonly region: Region;
  readonly plan: Plan;
  readonly site: Candidate;
  readonly machines: number;
  readonly free: readonly Candidate[];
}

function SiteRow({ region, plan, site, machines, free }: SiteRowProps) {
  return (
    <li>
      <span className="site-name">
        <strong>{site.name}</strong>
        <span className="plan-second">{say('plan.sites.opens', { opens: Math.round(site.opens.likely * 100) })}</span>
      </span>
      <span className="site-count">
        <button
          type="button"
          className="step-button"
          aria-label={say('plan.sites.fewer', { site: site.name })}
          onClick={() => changeSite(site.id, -1)}
        >
          −
        </button>
        <output>{machines}</output>
        <button
          type="button"
          className="step-button"
          aria-label={say('plan.sites.more', { site: site.name })}
          disabled={machinesAt(plan, site.id) >= site.room}
          onClick={() => changeSite(site.id, 1)}
        >
          +
        </button>
      </span>
      <select
        className="site-move"
        aria-label={say('plan.sites.move', { site: site.name })}
        value=""
        onChange={(event) => moveToSite(site.id, event.target.value)}
      >
        <option value="">{say('plan.sites.moveTo')}</option>
        <SiteOptions region={region} sites={free.filter(({ id }) => id !== site.id)} />
      </select>
    </li>
  );
}

function AddMachine({ region, free }: { readonly region: Region; readonly free: readonly Candidate[] }) {
  const [at, setAt] = useState('');
  const site = free.find(({ id }) => id === at);
  return (
    <p className="site-add">
      <label>
        <span className="form-says">{say('plan.sites.addAt')}</span>
        <select value={site === undefined ? '' : at} onChange={(event) => setAt(event.target.value)}>
          <option value="">{say('plan.sites.choose')}</option>
          <SiteOptions region={region} sites={free} />
        </select>
      </label>
      <button type="button" className="plain-button" disabled={site === undefined} onClick={() => changeSite(at, 1)}>
        {say('plan.sites.add')}
      </button>
    </p>
  );
}

/** Sites by place, in the order of the region. */
function SiteOptions({ region, sites }: { readonly region: Region; readonly sites: readonly Candidate[] }) {
  return region.places.map((place) => {
    const here = sites.filter((one) => one.place === place.id);
    return here.length === 0 ? null : (
      <optgroup key={place.id} label={place.name}>
        {here.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </optgroup>
    );
  });
}
