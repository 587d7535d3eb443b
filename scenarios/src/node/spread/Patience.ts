import { setTimeout as sleep } from 'node:timers/promises';

export interface PatienceOptions {
  readonly say: (text: string) => void;
  /** Makes anew what a server may have lost; what it throws is no matter, since all is tried again. */
  readonly mend: () => Promise<unknown>;
  readonly isStopped: () => boolean;
}

const BETWEEN_TRIES_MS = 300;
/** A cluster that has lost a server chooses leaders for some seconds: only what goes on failing is mended, and said. */
const TRIES_BEFORE_MENDING = 4;
const SILENT_MS = 8_000;
const SAID_AGAIN_MS = 60_000;
const NOT_FOUND = ['StreamNotFoundError', 'ConsumerNotFoundError'];

/** Tries again for ever what a server did not do. */
export class Patience {
  readonly #options: PatienceOptions;
  #said_ms = Number.NEGATIVE_INFINITY;
  #mending: Promise<unknown> | null = null;

  constructor(options: PatienceOptions) {
    this.#options = options;
  }

  /** `act` is told how often it has failed before. `null` where it is over while it fails. */
  async until<T>(act: (failures: number) => Promise<T>, isOver: () => boolean = () => false): Promise<T | null> {
    let failed_ms: number | null = null;
    for (let failures = 0; ; ) {
      try {
        return await act(failures);
      } catch (error) {
        failures++;
        if (isOver() || this.#options.isStopped()) return null;
        failed_ms ??= performance.now();
        if (performance.now() - failed_ms > SILENT_MS) this.#say((error as Error).message);
        await sleep(BETWEEN_TRIES_MS);
        if (failures % TRIES_BEFORE_MENDING === 0 || NOT_FOUND.includes((error as Error).name)) await this.#mend();
      }
    }
  }

  #say(message: string): void {
    const now_ms = performance.now();
    if (now_ms - this.#said_ms < SAID_AGAIN_MS) return;
    this.#said_ms = now_ms;
    this.#options.say(`The NATS server refuses or does not answer (${message}); trying again for ever.`);
  }

  /** Once for all who failed together. */
  #mend(): Promise<unknown> {
    this.#mending ??= this.#options
      .mend()
      .catch(() => {})
      .finally(() => {
        this.#mending = null;
      });
    return this.#mending;
  }
}
