import { durationInWords, percent } from '@dosetwin/scenarios';

const SILENT_MS = 1_000;
const BETWEEN_MS = 200;
/** Without a terminal a line every so often, so that a log shows that it goes on. */
const BETWEEN_LINES_MS = 30_000;

/** How much of a study is done and how long the rest should take, on stderr. */
export class WorkProgress {
  readonly #from_ms = performance.now();
  #shown_ms = performance.now();
  #isShown = false;

  show(done: number, all: number): void {
    const now_ms = performance.now();
    const isTerminal = process.stderr.isTTY === true;
    const wait_ms = isTerminal ? BETWEEN_MS : BETWEEN_LINES_MS;
    if (now_ms - this.#from_ms < SILENT_MS || now_ms - this.#shown_ms < wait_ms) return;
    this.#shown_ms = now_ms;
    const left_ms = ((now_ms - this.#from_ms) / Math.max(1, done)) * (all - done);
    const text = `${done} of ${all} runs, ${percent(done, all)}, about ${durationInWords(Math.round(left_ms) * 1000)} left`;
    process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
    this.#isShown = isTerminal;
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[K');
    this.#isShown = false;
  }
}
