import type { ChartGraph } from '@dosetwin/reports';
import { saySource } from '../trace/sayEntry.js';
import type { TraceIndex } from '../trace/TraceIndex.js';
import type { BenchFacts } from '../worker/BenchFacts.js';

export interface ShownChart {
  readonly address: string;
  readonly says: string;
  readonly graph: ChartGraph;
}

/** The addresses that have a chart and have entered a state, in the order of their names, cartridges by number. */
export function chartsOf(facts: BenchFacts, trace: TraceIndex): ShownChart[] {
  return [...trace.sources]
    .flatMap((address): ShownChart[] => {
      const graph = facts.charts[chartNameOf(facts, address)];
      const stands = trace.next(-1, address, 'state') !== undefined;
      return graph === undefined || !stands ? [] : [{ address, says: capitalised(saySource(address)), graph }];
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** Which chart an address runs: a part of a machine has its name, a person and a contact are told by what they are. */
export function chartNameOf(facts: BenchFacts, address: string): string {
  const [owner = '', part] = address.split('/');
  if (part !== undefined) return part.replace(/-\d+$/, '');
  if (facts.people.some((one) => one.id === owner)) return 'person';
  const contact = facts.contacts.find((one) => one.id === owner);
  if (contact !== undefined) return contact.role === 'desk' ? 'desk' : 'contact';
  return facts.sites.some((one) => one.id === owner) ? 'site' : owner;
}

/** The next address with a chart after the one shown, round and round. */
export function nextChart(charts: readonly ShownChart[], shown: string): string | null {
  const place = charts.findIndex((one) => one.address === shown);
  return charts[(place + 1) % Math.max(1, charts.length)]?.address ?? null;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
