import {
  countedMachines,
  type Improved,
  inHundred,
  type Region,
  type Screened,
  type Sited,
  type Study,
} from '@dosetwin/scenarios';
import { pageSection } from '../incident/pageSection.js';
import { type Markup, markup } from '../markup/Markup.js';
import { grouped } from './measureWords.js';
import { siteName } from './siteName.js';

const FIDELITY_WORDS: Readonly<Record<string, string>> = {
  visits: 'visit by visit',
  machines: 'machine by machine',
  failures: 'from failure to failure',
};

/** The steps of the method as they came out (Z11), and how the fidelities agreed (Z10). */
export function stepsSection(study: Study, region: Region): Markup {
  const { fidelities, futures } = study;
  return pageSection(
    'The method, step by step',
    markup`${grouped(String(futures))} futures were simulated. Plans were judged ${FIDELITY_WORDS[fidelities.judging]} and screened ${FIDELITY_WORDS[fidelities.screening]}.`,
    markup`<ol class="steps">
<li><h3>Screen</h3><p>${screenWords(study.screened)}</p></li>
<li><h3>Three ways to simulate, held against each other</h3>${fidelities.agreements.map(({ of, against, agrees, says }) => markup`<p><b>${capital(FIDELITY_WORDS[of] ?? of)}</b> against ${FIDELITY_WORDS[against]}: ${agrees ? 'agrees' : 'not used'}; ${says}.</p>`)}${fidelities.agreements.length === 0 && markup`<p>Everything was simulated visit by visit.</p>`}</li>
<li><h3>Siting</h3><p>${sitingWords(study.sited)}</p></li>
<li><h3>Choice on the same futures</h3><p>${choiceWords(study.sited)} The procedure is Kim and Nelson’s (2001), at 95 %, with half a hundredth of a target as the least difference that counts.</p></li>
<li><h3>Improvement on simulated outcome</h3><p>${improvedWords(study.improved, region)}</p></li>
<li><h3>Judgement</h3><p>In other futures than those of choice and improvement, until the 95 % interval of the deciding share was within ± ${Math.round(study.precision * 100)} of 100${study.answer.isLimited ? ' or the limit was reached' : ''}: ${judgedWords(study)}.</p></li>
<li><h3>Robustness</h3><p>${study.robustness === null ? 'Left out.' : `Sites that fall through, ${study.robustness.factors.length} assumptions one at a time, and all of them together, for the plan of ${countedMachines(study.robustness.machines)}.`}</p></li>
</ol>`,
  );
}

function screenWords(screened: readonly Screened[]): string {
  const [first, last] = [screened[0]?.machines ?? 0, screened.at(-1)?.machines ?? 0];
  const out = screened.filter(({ isOutOfQuestion }) => isOutOfQuestion);
  const best = out.at(-1);
  const why =
    best === undefined
      ? 'None is out of the question beforehand.'
      : `${out.length === screened.length ? 'All of them are' : `Up to ${best.machines} are`} out of the question: at the very best ${inHundred(best.reachedAtMost)} of 100 people could be reached and ${inHundred(best.servedAtMost)} of 100 due doses got.`;
  return `Availability and coverage by arithmetic, for ${first} to ${last} machines. ${why}`;
}

function sitingWords(sited: readonly Sited[]): string {
  const designs = sited.flatMap((one) => one.designs);
  const exact = designs.filter(({ bound }) => bound !== null);
  const optimal = exact.filter(({ isOptimal }) => isOptimal).length;
  // What was added to a plan of fewer machines is no method of its own.
  const methods = [...new Set(exact.map(({ method }) => method.replace(/, \d+ more where.*$/, '')))];
  const open = exact.length - optimal;
  const rest = designs.length - exact.length;
  return `For ${sited.length} numbers of machines ${exact.length} plans by exact optimisation (${methods.join('; ')}): ${optimal} proved optimal${open === 0 ? '' : `, ${open} stopped with a bound that was not met`}.${rest === 0 ? '' : ` ${rest} more were sited one by one, with no bound.`}`;
}

function choiceWords(sited: readonly Sited[]): string {
  const several = sited.filter(({ designs }) => designs.length > 1);
  const sure = several.filter(({ isSure }) => isSure).length;
  const most = Math.max(0, ...several.map(({ futures }) => futures));
  return `Where a number had several plans (${several.length} of ${sited.length}), ${sure === several.length ? 'one was left every time' : `one was left ${sure} times, otherwise the best mean was taken`}, after ${most} futures at most.`;
}

function improvedWords(improved: readonly Improved[], region: Region): string {
  if (improved.length === 0) return 'No plan was close enough to the answer to be worth improving.';
  return improved
    .map(({ machines, moves, tried }) =>
      moves.length === 0
        ? `${countedMachines(machines)}: ${tried} moves tried, none better by more than chance.`
        : `${countedMachines(machines)}: ${moves.map(({ from, to }) => `one from ${siteName(region, from)} to ${siteName(region, to)}`).join(', ')}; ${tried} moves tried.`,
    )
    .join(' ');
}

function judgedWords({ plans }: Study): string {
  return plans.map(({ machines, held, futures }) => `${machines} held in ${held} of ${futures}`).join(', ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
