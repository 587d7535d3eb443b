import { graphOf } from '@dosetwin/reports';
import { ExpectationFold, expectationContext, type ResolvedScenario, weekOf } from '@dosetwin/scenarios';
import { CHARTS, type ContactSpec, compileChart, contactSpells, type WorldSpec } from '@dosetwin/twin';
import type { BenchFacts, ContactFacts, ExpectationFacts } from './BenchFacts.js';
import { figures } from './figures.js';
import { zoneOffsets } from './zoneOffsets.js';

/** What the page must know of a scenario, worked out once, when it is opened. */
export function factsOf(
  name: string,
  variants: readonly { readonly name: string; readonly title: string }[],
  resolved: ResolvedScenario,
): BenchFacts {
  const { spec, title, about, variant, seed } = resolved;
  const { epoch_us, length_us, sites, machines, people, contacts, parameters } = spec;
  const zones = new Set([...sites, ...contacts].map(({ zone }) => zone));
  return {
    name,
    variant,
    title,
    about,
    variants,
    seed,
    epoch_us,
    length_us,
    sites: sites.map(({ id, zone, chain, place }) => ({ id, zone, chain, place: place ?? null })),
    machines: machines.map(({ id, site, loaded }) => ({ id, site, loaded })),
    roads: (spec.roads ?? []).map(({ between, km }) => ({ between, km })),
    people: people.map(({ id, machine, cartridge }) => ({ id, machine, cartridge })),
    contacts: contacts.map((contact) => contactFacts(contact, spec)),
    weeks: sites.filter(({ chain }) => chain.length > 0).map(({ id }) => weekOf(spec, id)),
    offsets: Object.fromEntries([...zones].map((zone) => [zone, zoneOffsets(zone, epoch_us, length_us)])),
    expectations: expectationFacts(resolved),
    charts: Object.fromEntries(CHARTS.map((chart) => [chart.name, graphOf(compileChart(chart))])),
    parameters: figures(parameters),
  };
}

const SPAN_WORDS = { open: 'free', busy: 'busy', away: 'closed' } as const;

function contactFacts(contact: ContactSpec, { epoch_us, length_us }: WorldSpec): ContactFacts {
  const { id, role, zone, hasKey, base = null, travelMin } = contact;
  const spans = contactSpells(contact, epoch_us, length_us).map(({ from_us, to_us, is, reason }) => ({
    from_us,
    to_us,
    is: SPAN_WORDS[is],
    reason,
  }));
  return { id, role, zone, hasKey, base, likelyMin: travelMin?.[1] ?? null, spans };
}

/** Words of expectations that the trace writes by another kind. */
const KIND_OF_WORD: Readonly<Record<string, string>> = { 'not-recognised': 'attempt' };

/** Each expectation with its sentence, as the fold that judges it says it. */
function expectationFacts({ expectations, spec }: ResolvedScenario): ExpectationFacts[] {
  const asked = expectations.map(({ expectation }) => expectation);
  const { results } = new ExpectationFold(asked, expectationContext(spec)).result(0);
  return asked.map((expectation, place): ExpectationFacts => {
    const says = results[place]?.says ?? '';
    if (expectation.kind !== 'shows')
      return { kind: expectation.kind, says, after: null, see: null, within_us: null, at: null, by: null };
    const { after, see, within_us, at, by } = expectation;
    return { kind: 'shows', says, after: KIND_OF_WORD[after] ?? after, see, within_us, at, by };
  });
}
