import { type HereMessage, whyNotTogether } from '../../sizing/spread/HereMessage.js';
import type { Program } from '../../sizing/study/Program.js';

/** A worker that was not heard of for so long is gone, as far as people are told. */
const GONE_MS = 10_000;
/** How long nobody may be heard of at the start before that is said. */
const PATIENCE_MS = 5_000;

/** Which workers are there, told to whoever waits for them: who came, who is gone, whom another program keeps from taking part. */
export class WorkersHeard {
  readonly #program: Program;
  readonly #say: (text: string) => void;
  readonly #heard = new Map<string, { at_ms: number; threads: number }>();
  readonly #refused = new Set<string>();
  #alone_ms: number | null = null;
  #isSaid = false;

  constructor(program: Program, say: (text: string) => void) {
    this.#program = program;
    this.#say = say;
  }

  hear(message: HereMessage, now_ms: number): void {
    if (message.who !== 'worker') return;
    const { name, threads } = message;
    const why = whyNotTogether(this.#program, message);
    if (why !== null) {
      if (!this.#refused.has(name)) this.#say(why);
      this.#refused.add(name);
      return;
    }
    const isNew = !this.#heard.has(name);
    this.#heard.set(name, { at_ms: now_ms, threads });
    if (isNew) this.#say(`The worker ${name} is here, with ${threads === 1 ? '1 thread' : `${threads} threads`}.`);
  }

  /** A result came from it. */
  heardFrom(name: string, now_ms: number): void {
    const known = this.#heard.get(name);
    if (known !== undefined) known.at_ms = now_ms;
  }

  /** To be called while blocks are waited for. */
  tellWhoIsMissing(now_ms: number): void {
    for (const [name, { at_ms }] of this.#heard) {
      if (now_ms - at_ms < GONE_MS) continue;
      this.#heard.delete(name);
      this.#say(`The worker ${name} was not heard of for ${GONE_MS / 1000} s; what it had begun goes to others.`);
    }
    if (this.#heard.size > 0) {
      this.#alone_ms = null;
      this.#isSaid = false;
      return;
    }
    this.#alone_ms ??= now_ms;
    if (this.#isSaid || now_ms - this.#alone_ms < PATIENCE_MS) return;
    this.#isSaid = true;
    this.#say('No worker is connected, so the study waits. On any machine with this dosetwin: dosetwin worker --nats URL');
  }
}
