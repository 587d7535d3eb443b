import { bench } from './bench.js';

/** In the page's address: `#controller=emulated`, or by machine, `#controller=harbour-house-1=emulated`. */
const HASH = /^#controller=((?:[\w-]+=)?(?:model|emulated)(?:,(?:[\w-]+=)?(?:model|emulated))*)$/;

/** Takes the choice that the page's address holds, for the run that is opened first. */
export function readChoice(): void {
  const found = HASH.exec(location.hash)?.[1];
  if (found !== undefined) bench.setState({ choice: found.split(',') });
}

/** Keeps a choice, in the page's address too, so that a copy of it opens the same; `null` forgets it. */
export function keepChoice(choice: readonly string[] | null): void {
  bench.setState({ choice });
  if (choice === null && !HASH.test(location.hash)) return;
  const hash = choice === null ? location.pathname + location.search : `#controller=${choice.join()}`;
  history.replaceState(null, '', hash);
}
