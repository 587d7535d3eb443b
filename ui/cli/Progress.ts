import { instantInWords, percent } from '@dosetwin/scenarios';

const SILENT_MS = 1_000;
const BETWEEN_MS = 100;

/** A line on stderr that says how far a run is; only at a terminal, and only for a run that takes over a second. */
export class Progress {
  readonly #from_ms = performance.now();
  #shown_ms = Number.NEGATIVE_INFINITY;
  #isShown = false;

  constructor(readonly length_us: number) {}

  show(t_us: number): void {
    const now_ms = performance.now();
    if (!process.stderr.isTTY || now_ms - this.#from_ms < SILENT_MS || now_ms - this.#shown_ms < BETWEEN_MS) return;
    this.#shown_ms = now_ms;
    this.#isShown = true;
    const [at] = instantInWords(t_us).split('.');
    process.stderr.write(`\r\u001b[K${at} of ${instantInWords(this.length_us).split('.')[0]}, ${percent(t_us, this.length_us)}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[K');
    this.#isShown = false;
  }
}
