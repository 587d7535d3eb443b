import { say, sayWord } from '../text/say.js';
import { isAsHoped } from '../timeline/isAsHoped.js';
import { VerdictSign } from '../timeline/VerdictSign.js';
import type { VerdictFacts } from '../worker/BenchFacts.js';

/** At the end of the run: what was expected of it, and what came of that. */
export function EndCard({ verdicts }: { readonly verdicts: readonly VerdictFacts[] }) {
  const count = verdicts.filter(isAsHoped).length;
  return (
    <section className="question question-calm" aria-labelledby="question-title">
      <h2 id="question-title">{say('question.end', { count, all: verdicts.length })}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within the keyboard's reach */}
      <ul className="verdicts" tabIndex={0}>
        {verdicts
          .toSorted((a, b) => Number(isAsHoped(a)) - Number(isAsHoped(b)))
          .map((one) => (
            <li key={one.says}>
              <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
                <VerdictSign x={7} y={7} good={isAsHoped(one)} />
              </svg>
              <span>
                <strong>{one.says}</strong> <span className="unseen">{sayWord(one.verdict)}: </span>
                <span className="verdict-found">{one.found}</span>
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}
