import type { LiveEntry } from '../../web/src/live/liveProtocol.js';
import type { BenchFacts, VerdictFacts } from '../../web/src/worker/BenchFacts.js';

/** What whoever only watches gets of a run. */
export interface WatchedView {
  /** `null`: the entry is not for them. */
  entry(entry: LiveEntry): LiveEntry | null;
  facts(facts: BenchFacts): BenchFacts;
  verdicts(verdicts: readonly VerdictFacts[]): readonly VerdictFacts[];
}

/** In place of a person's pseudonym. */
const SOMEBODY = 'somebody';

/**
 * A link that only watches carries no person's timetable: no entry of a person (when a window opens, who came in which, who
 * did not), no pseudonym in any other, none of a helper's hours ahead. The machine and what is asked of whom stay; the hours of
 * a support desk do too, being an office's. `people`: the ids in the scenario.
 */
export function watchedView(people: readonly string[]): WatchedView {
  const isPerson = new Set(people);
  // The longest first, so that P1 does not cut P19 in two; ids hold letters, digits and hyphens.
  const longestFirst = people.toSorted((a, b) => b.length - a.length).map((one) => one.replace(/[^\w]/g, '\\$&'));
  const named = longestFirst.length === 0 ? /(?!)/ : new RegExp(`(?<![\\w-])(?:${longestFirst.join('|')})(?![\\w-])`, 'g');
  const names = (text: string) => text.search(named) >= 0;
  const unnamed = (text: string) => text.replaceAll(new RegExp(named, 'g'), SOMEBODY);
  return {
    entry: ([t_us, level, source, kind, payload]) => {
      if (isPerson.has(source.split('/', 1)[0] ?? '')) return null;
      const kept = Object.entries(payload).map(([key, value]) => {
        if (key === 'until_us') return [key, 0];
        return [key, typeof value === 'string' && isPerson.has(value) ? SOMEBODY : value];
      });
      return [t_us, level, source, kind, Object.fromEntries(kept)];
    },
    facts: (facts) => ({
      ...facts,
      title: unnamed(facts.title),
      about: unnamed(facts.about),
      variants: facts.variants.map(({ name, title }) => ({ name, title: unnamed(title) })),
      people: [],
      contacts: facts.contacts.map((one) => (one.role === 'desk' ? one : { ...one, spans: [] })),
      expectations: facts.expectations.filter((one) => !names(`${one.says} ${one.at} ${one.by}`)),
    }),
    verdicts: (verdicts) =>
      verdicts.filter(({ says }) => !names(says)).map((one) => (names(one.found) ? { ...one, found: '' } : one)),
  };
}
