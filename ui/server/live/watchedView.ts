import { randomInt } from 'node:crypto';
import type { LiveEntry, LiveState } from '../../web/src/live/liveProtocol.js';
import type { BenchFacts, VerdictFacts } from '../../web/src/worker/BenchFacts.js';

/** What whoever only watches gets of a run. */
export interface WatchedView {
  /** Comes first: from it the view knows which cartridges there are. */
  facts(facts: BenchFacts): BenchFacts;
  /** `null`: the entry is not for them. */
  entry(entry: LiveEntry): LiveEntry | null;
  prompts(prompts: LiveState['prompts']): LiveState['prompts'];
  verdicts(verdicts: readonly VerdictFacts[]): readonly VerdictFacts[];
}

/** In place of a person's pseudonym. */
const SOMEBODY = 'somebody';

/**
 * A link that only watches carries no person's timetable: no entry of a person (when a window opens, who came in which, who
 * did not), no pseudonym in any other, none of a helper's hours ahead. The machine and what is asked of whom stay; the hours of
 * a support desk do too, being an office's. A cartridge is one person's, so it has another number here, drawn anew for each run that is
 * shared: what moves can be watched, and not whose it is. `people`: the ids in the scenario; `below`: a number from 0 to below this.
 */
export function watchedView(
  people: readonly string[],
  below: (limit: number) => number = (limit) => randomInt(limit),
): WatchedView {
  const isPerson = new Set(people);
  // The longest first, so that P1 does not cut P19 in two; ids hold letters, digits and hyphens.
  const longestFirst = people.toSorted((a, b) => b.length - a.length).map((one) => one.replace(/[^\w]/g, '\\$&'));
  const named = longestFirst.length === 0 ? /(?!)/ : new RegExp(`(?<![\\w-])(?:${longestFirst.join('|')})(?![\\w-])`, 'g');
  const names = (text: string) => text.search(named) >= 0;
  const unnamed = (text: string) => text.replaceAll(new RegExp(named, 'g'), SOMEBODY);
  const others = new Map<string, readonly number[]>();
  const other = (machine: string, cartridge: number) => others.get(machine)?.[cartridge - 1] ?? 0;
  return {
    entry: ([t_us, level, source, kind, payload]) => {
      const [first = '', part] = source.split('/', 2);
      if (isPerson.has(first)) return null;
      const machine = others.has(first) || typeof payload.machine !== 'string' ? first : payload.machine;
      const kept = Object.entries(payload).map(([key, value]) => {
        if (key === 'until_us') return [key, 0];
        if (key === 'cartridge') return [key, other(machine, Number(value))];
        if (typeof value !== 'string') return [key, value];
        return [key, isPerson.has(value) ? SOMEBODY : unnumbered(value)];
      });
      const lane = /^cartridge-(\d+)$/.exec(part ?? '')?.[1];
      const shown = lane === undefined ? source : `${first}/cartridge-${String(other(first, Number(lane))).padStart(2, '0')}`;
      return [t_us, level, shown, kind, Object.fromEntries(kept)];
    },
    prompts: (prompts) => prompts.map((one) => ({ ...one, says: unnumbered(one.says) })),
    facts: (facts) => ({
      ...facts,
      machines: facts.machines.map((machine) => {
        const { id, loaded } = machine;
        others.set(id, shuffled(loaded.length, below));
        return {
          ...machine,
          loaded: loaded.map((_, index) => loaded[(others.get(id) as number[]).indexOf(index + 1)] as number),
        };
      }),
      title: unnamed(facts.title),
      about: unnamed(facts.about),
      variants: facts.variants.map(({ name, title }) => ({ name, title: unnamed(title) })),
      people: [],
      weeks: [],
      contacts: facts.contacts.map((one) => (one.role === 'desk' ? one : { ...one, spans: [] })),
      expectations: facts.expectations.filter((one) => !names(`${one.says} ${one.at} ${one.by}`)),
    }),
    verdicts: (verdicts) =>
      verdicts.filter(({ says }) => !names(says)).map((one) => (names(one.found) ? { ...one, found: '' } : one)),
  };
}

/** The numbers from 1 on, in another order. */
function shuffled(count: number, below: (limit: number) => number): readonly number[] {
  const left = Array.from({ length: count }, (_, index) => index + 1);
  return left.slice().map(() => left.splice(below(left.length), 1)[0] as number);
}

/** A sentence without numbers of cartridges: whoever stands at the machine has another link. */
function unnumbered(says: string): string {
  return says.replaceAll(/\bcartridge[ -]\d+(?:, \d+)*/g, 'a cartridge');
}
