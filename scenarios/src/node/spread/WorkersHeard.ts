import { type HereMessage, whyNotTogether } from '../../sizing/spread/HereMessage.js';
import type { Program } from '../../sizing/study/Program.js';

/** A worker that was not heard of for so long is gone, as far as people are told. */
const GONE_MS = 10_000;
/** Whoever looks every so often and did not for so long was busy. */
const DEAF_MS = 1_500;
/** How long nobody may be heard of at the start before that is said. */
const PATIENCE_MS = 5_000;

/** Which workers are there, told to whoever waits for them: who came, who is gone, whom another program keeps from taking part. */
export class WorkersHeard {
  readonly #program: Program;
  readonly #say: (text: string) => void;
  readonly #heard = new Map<string, { at_ms: number; threads: number }>();
  readonly #refused = new Set<string>();
  #looked_ms: number | null = null;
  #alone_ms: number | null = null;
  #isSaid = false;

  constructor(program: Program, say: (text: string) => void) {
    this.#program = program;
    this.#say = say;
  }

  /** How many are there that work with this program. */
  get count(): number {
    return this.#heard.size;
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
    this.#allowForDeafness(now_ms);
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

  /** While plans are sited nothing is heard of anybody: whoever was there before is taken to be there still. */
  #allowForDeafness(now_ms: number): void {
    const deaf_ms = now_ms - (this.#looked_ms ?? now_ms);
    this.#looked_ms = now_ms;
    if (deaf_ms < DEAF_MS) return;
    for (const worker of this.#heard.values()) worker.at_ms = Math.min(now_ms, worker.at_ms + deaf_ms);
    if (this.#alone_ms !== null) this.#alone_ms = Math.min(now_ms, this.#alone_ms + deaf_ms);
  }
}
