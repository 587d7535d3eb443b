import { durationInWords, type Step, StudyShare } from '@dosetwin/scenarios';

const SILENT_MS = 1_000;
const BETWEEN_MS = 200;
/** Without a terminal a line every so often, so that a log shows that it goes on. */
const BETWEEN_LINES_MS = 15_000;
/** A guess is told in steps of this much. */
const ROUND_S = 5;
/** Nothing is whole before it is. */
const MOST_PER_CENT = 99;

const SAYS: Readonly<Record<Step, string>> = {
  screen: 'screening',
  agree: 'holding the three ways to simulate against each other',
  site: 'siting',
  judge: 'judging plans',
  improve: 'improving plans',
  robust: 'trying what would change the answer',
};

/** Which step a study is at, and about how long it should still take, on stderr. */
export class SizeProgress {
  readonly #from_ms = performance.now();
  readonly #share = new StudyShare();
  #shown_ms = performance.now();
  #isShown = false;
  #step: Step = 'screen';
  #done = 0;

  step(step: Step): void {
    this.#step = step;
    this.#share.begin(step);
    this.#tell();
  }

  /** Blocks done of those that were asked for at once: the count begins anew with each such call. */
  show(done: number): void {
    this.#share.ran(done > this.#done ? done - this.#done : done);
    this.#done = done;
    this.#tell();
  }

  #tell(): void {
    const now_ms = performance.now();
    const isTerminal = process.stderr.isTTY === true;
    const wait_ms = isTerminal ? BETWEEN_MS : BETWEEN_LINES_MS;
    if (now_ms - this.#from_ms < SILENT_MS || now_ms - this.#shown_ms < wait_ms) return;
    this.#shown_ms = now_ms;
    const left_ms = this.#share.left(now_ms - this.#from_ms);
    const left_s = left_ms === null ? 0 : Math.ceil(left_ms / 1000 / ROUND_S) * ROUND_S;
    const left = left_ms === null ? '' : `, about ${durationInWords(left_s * 1_000_000)} left`;
    const text = `${SAYS[this.#step]}, ${Math.min(MOST_PER_CENT, Math.round(this.#share.share * 100))} %${left}`;
    process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
    this.#isShown = isTerminal;
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[K');
    this.#isShown = false;
  }
}
