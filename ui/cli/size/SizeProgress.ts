import { durationInWords, type Step } from '@dosetwin/scenarios';

const SILENT_MS = 1_000;
const BETWEEN_MS = 200;
/** Without a terminal a line every so often, so that a log shows that it goes on. */
const BETWEEN_LINES_MS = 15_000;

/** What each step is called, and about what share of a study it takes: measured on the two regions that ship. */
const STEPS: Readonly<Record<Step, readonly [says: string, share: number]>> = {
  screen: ['screening', 0],
  agree: ['holding the three ways to simulate against each other', 0.1],
  site: ['siting', 0.15],
  judge: ['judging plans', 0.35],
  improve: ['improving plans', 0.15],
  robust: ['trying what would change the answer', 0.25],
};

/** Which step a study is at, and about how long it should still take, on stderr. */
export class SizeProgress {
  readonly #from_ms = performance.now();
  #shown_ms = performance.now();
  #isShown = false;
  #step: Step = 'screen';
  /** Never falls: siting and judging take turns. */
  #share = 0;

  step(step: Step): void {
    this.#step = step;
    this.show(0, 1);
  }

  show(done: number, all: number): void {
    const names = Object.keys(STEPS) as Step[];
    const before = names.slice(0, names.indexOf(this.#step)).reduce((sum, name) => sum + STEPS[name][1], 0);
    this.#share = Math.max(this.#share, before + STEPS[this.#step][1] * (all === 0 ? 0 : done / all));
    const now_ms = performance.now();
    const isTerminal = process.stderr.isTTY === true;
    const wait_ms = isTerminal ? BETWEEN_MS : BETWEEN_LINES_MS;
    if (now_ms - this.#from_ms < SILENT_MS || now_ms - this.#shown_ms < wait_ms) return;
    this.#shown_ms = now_ms;
    const left_ms = this.#share > 0.02 ? ((now_ms - this.#from_ms) / this.#share) * (1 - this.#share) : null;
    const left = left_ms === null ? '' : `, about ${durationInWords(Math.ceil(left_ms / 1000) * 1_000_000)} left`;
    const text = `${STEPS[this.#step][0]}, ${Math.round(this.#share * 100)} %${left}`;
    process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
    this.#isShown = isTerminal;
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[K');
    this.#isShown = false;
  }
}
