import type { Command } from '@dosetwin/twin';
import { commandRegisters } from './commandRegisters.js';
import type { LinkFact } from './LinkFact.js';
import type { Master, Outcome } from './Master.js';
import { registerPlace } from './registerNames.js';

/** A command that the board has not answered yet. */
interface Waiting {
  readonly command: Command;
  readonly tick: number;
  readonly given_us: number;
  /** 0: not sent yet. */
  token: number;
}

/**
 * A command that the board has not answered this long after it was given, in µs, is given up: whoever waited for it may have left,
 * and what is asked for too late must not happen. Assumption: well within what a person waits, and ten times the repeats' time.
 */
const COMMAND_LIFE_us = 2_000_000;
/** A board whose eight places are taken is asked again after this, in µs: it empties one in a tick (PROTOCOL W11). */
const BUSY_REST_us = 20_000;
const BUSY = 6;
const MOST_TOKEN = 0xffff;

/**
 * Brings commands to the mailbox, one after the other, each with a token of its own, which a repetition keeps: so that the board takes
 * none twice (PROTOCOL W9 to W11).
 */
export class CommandSender {
  readonly #master: Master;
  readonly #onFact: (fact: LinkFact, now_us: number) => void;
  readonly #onSilent: (now_us: number) => void;
  #waiting: Waiting[] = [];
  #token = 0;
  #isAsking = false;
  #isOpen = false;
  #rest_us: number | null = null;

  constructor(master: Master, onFact: (fact: LinkFact, now_us: number) => void, onSilent: (now_us: number) => void) {
    this.#master = master;
    this.#onFact = onFact;
    this.#onSilent = onSilent;
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0;
  }

  /** When `advance` has something to do, or `null`. */
  get next_us(): number | null {
    const [first] = this.#waiting;
    if (first === undefined || this.#isAsking) return null;
    return this.#isOpen ? this.#rest_us : first.given_us + COMMAND_LIFE_us;
  }

  /** The token of the last command that was sent, to be kept with a checkpoint. */
  get lastToken(): number {
    return this.#token;
  }

  /** The board is there; its last token is `lastToken`. */
  open(lastToken: number, now_us: number): void {
    if (this.#token === 0 || isBehind(this.#token, lastToken)) this.#token = lastToken;
    this.#isOpen = true;
    this.#sendNext(now_us);
  }

  /** The board is not there, or not yet. */
  shut(): void {
    this.#isOpen = false;
  }

  /** To be taken in this tick of the board. */
  give(command: Command, tick: number, now_us: number): void {
    this.#waiting.push({ command, tick, given_us: now_us, token: 0 });
    this.#sendNext(now_us);
  }

  /** Another boot: its ticks and tokens begin anew, and what was meant for the old one is not said to the new one. */
  forget(why: 'restarted' | 'silent', now_us: number): void {
    for (const { command, token } of this.#waiting.splice(0))
      this.#onFact({ is: 'command-lost', command, why, mayHaveArrived: token !== 0 }, now_us);
  }

  /** What is not to happen any more is asked for no more: of such commands none is sent from now on, nor sent again. */
  withdraw(isMeant: (command: Command) => boolean, now_us: number): void {
    const withdrawn = this.#waiting.filter(({ command }) => isMeant(command));
    this.#waiting = this.#waiting.filter(({ command }) => !isMeant(command));
    for (const { command, token } of withdrawn)
      this.#onFact({ is: 'command-lost', command, why: 'withdrawn', mayHaveArrived: token !== 0 }, now_us);
    this.#sendNext(now_us);
  }

  advance(now_us: number): void {
    if (this.#rest_us !== null && now_us >= this.#rest_us) this.#rest_us = null;
    this.#dropLate(now_us);
    this.#sendNext(now_us);
  }

  #dropLate(now_us: number): void {
    while (!this.#isAsking) {
      const [first] = this.#waiting;
      if (first === undefined || now_us < first.given_us + COMMAND_LIFE_us) return;
      this.#waiting.shift();
      this.#onFact({ is: 'command-lost', command: first.command, why: 'late', mayHaveArrived: first.token !== 0 }, now_us);
    }
  }

  #sendNext(now_us: number): void {
    this.#dropLate(now_us);
    const [first] = this.#waiting;
    if (first === undefined || !this.#isOpen || this.#isAsking || this.#rest_us !== null) return;
    if (first.token === 0) {
      this.#token = (this.#token % MOST_TOKEN) + 1;
      first.token = this.#token;
    }
    this.#isAsking = true;
    const values = commandRegisters(first);
    this.#master.request({ function: 16, address: registerPlace('token').address, values }, 'command', (outcome, now_us) => {
      this.#isAsking = false;
      if (this.#waiting[0] === first) this.#answered(first, outcome, now_us);
      this.#sendNext(now_us);
    });
  }

  #answered(first: Waiting, outcome: Outcome, now_us: number): void {
    if (outcome.is === 'silent') {
      this.#onSilent(now_us);
    } else if (outcome.is === 'reply') {
      if (outcome.doubtful) this.#confirm(first);
      else this.#received(first, outcome.answered_us, now_us);
    } else if (outcome.is === 'exception' && outcome.reply.is === 'exception') {
      const exception = outcome.reply.code;
      if (exception === BUSY) this.#rest_us = now_us + BUSY_REST_us;
      else {
        this.#waiting.shift();
        this.#onFact({ is: 'command-refused', command: first.command, exception }, now_us);
      }
    }
  }

  /** What was answered may have been another command: the board says which token it received last. */
  #confirm(first: Waiting): void {
    const { address } = registerPlace('lastToken');
    this.#isAsking = true;
    this.#master.request({ function: 4, address, count: 1 }, 'command', (outcome, now_us) => {
      this.#isAsking = false;
      const isRight = outcome.reply?.is === 'registers' && outcome.reply.values[0] === first.token;
      if (outcome.is === 'silent') this.#onSilent(now_us);
      if (isRight && this.#waiting[0] === first) this.#received(first, now_us, now_us);
      this.#sendNext(now_us);
    });
  }

  #received({ command, token }: Waiting, answered_us: number, now_us: number): void {
    this.#waiting.shift();
    this.#onFact({ is: 'command-received', command, token, answered_us }, now_us);
  }
}

/** Tokens go round, so half of them lie behind (PROTOCOL W10). */
function isBehind(token: number, other: number): boolean {
  return ((other - token) & MOST_TOKEN) < 0x8000;
}
