import type { Signal } from '@dosetwin/twin';
import { BoardLink, type BoardLinkState } from '../wire/BoardLink.js';
import type { LinkFact } from '../wire/LinkFact.js';
import type { BlockValues } from '../wire/registerNames.js';
import { type BoardEvidence, type LedgerResult, NEVER_CAME_us, verdictOf } from '../wire/verdictOf.js';
import { type CodeName, nameOfCode } from '../wire/wireCodes.js';

/** What a host must not forget; each call returns once it is kept. */
export interface HostLedger {
  nextOrder(highestOnBoard: number): number;
  order(order: number, cartridge: number): void;
  result(order: number, result: LedgerResult, why: string): void;
  openOrder(): { readonly order: number; readonly cartridge: number } | null;
}

/** Where a host may be killed: between two things that it does. */
export const HOST_STEPS = [
  'order-chosen',
  'order-durable',
  'command-given',
  'result-known',
  'result-durable',
  'result-shown',
] as const;
export type HostStep = (typeof HOST_STEPS)[number];

export interface CampaignHostOptions {
  readonly ledger: HostLedger;
  /** The cartridge that somebody waits for, or `null`. */
  readonly wanted: () => number | null;
  readonly onShown: (order: number, result: LedgerResult) => void;
  /** May throw: then the host is dead. */
  readonly onStep: (step: HostStep, order: number) => void;
  readonly onFact?: (fact: LinkFact) => void;
  /** A host that is broken on purpose. */
  readonly showsFirst?: boolean;
  /** Another, which believes at once that an order never came. */
  readonly believesAtOnce?: boolean;
}

interface InFlight {
  readonly order: number;
  readonly cartridge: number;
  /** Its command may have left the host as late as this. */
  left_us: number;
  /** The boot in which this host asked for it; 0: an earlier host did. */
  readonly boot: number;
  /** Since when the board has said that it is accepted or moves. */
  moving_us: number | null;
  settledBySignal: boolean;
  settledByStatus: boolean;
}

export interface HostState {
  readonly link: BoardLinkState;
  readonly current: InFlight | null;
  readonly highest: number | null;
}

const GRID_us = 20_000;
const REST_us = 100_000;

/** A host that vends one order after the other, and concludes by PROTOCOL.md's table; it never sends an order a second time. */
export class CampaignHost {
  readonly #options: CampaignHostOptions;
  readonly link: BoardLink;
  #current: InFlight | null = null;
  #highest: number | null = null;
  /** The last status, as far as anything is concluded from it. */
  #lastSaid = '';

  constructor(options: CampaignHostOptions) {
    this.#options = options;
    this.link = new BoardLink({
      framing: 'rtu',
      clock: 'free',
      cartridges: null,
      chartsCrc: null,
      readFrom: 'now',
      onFact: (fact, now_us) => this.#take(fact, now_us),
    });
  }

  start(now_us: number): void {
    const open = this.#options.ledger.openOrder();
    if (open !== null)
      this.#current = { ...open, left_us: now_us, boot: 0, moving_us: null, settledBySignal: false, settledByStatus: false };
    this.link.open(now_us);
  }

  /** An instant of its grid; answers how long to the next. */
  sample(now_us: number): number {
    for (const signal of this.link.collect(now_us)) this.#hear(signal, now_us);
    if (this.#current?.settledBySignal || this.#current?.settledByStatus) this.#confirmed();
    if (this.#current === null) this.#ask(now_us);
    this.link.sample(now_us);
    return this.#isWaiting(now_us) ? GRID_us : REST_us;
  }

  save(): HostState {
    return { link: this.link.save(), current: this.#current && { ...this.#current }, highest: this.#highest };
  }

  /** Instead of `start`. */
  restore({ link, current, highest }: HostState, now_us: number): void {
    this.link.restore(link, now_us);
    this.#current = current && { ...current };
    this.#highest = highest;
  }

  #isWaiting(now_us: number): boolean {
    const current = this.#current;
    return current === null || now_us < current.left_us + 2 * REST_us || current.moving_us !== null;
  }

  #ask(now_us: number): void {
    const { ledger, wanted, onStep } = this.#options;
    const cartridge = wanted();
    if (cartridge === null || this.#highest === null || this.link.standing !== 'connected' || !this.link.isIdle) return;
    const order = ledger.nextOrder(this.#highest);
    onStep('order-chosen', order);
    ledger.order(order, cartridge);
    const { boot } = this.link.position;
    this.#current = { order, cartridge, left_us: now_us, boot, moving_us: null, settledBySignal: false, settledByStatus: false };
    onStep('order-durable', order);
    this.link.command({ name: 'vend', order, cartridge }, this.link.tickAt(now_us + GRID_us), now_us);
    onStep('command-given', order);
  }

  #hear({ name, args, boot }: Signal, now_us: number): void {
    const current = this.#current;
    if (current === null || args.order !== current.order) return;
    // A refusal says nothing that lasts: the same order may still come once more, and find the machine as it should be.
    if (name !== 'dropped' && name !== 'recovered' && name !== 'jammed') return;
    // The power may go before the board has written down what it said: its next boot knows less, and changes nothing.
    if ((current.settledBySignal || current.settledByStatus) && boot !== current.boot) return;
    const mode = name === 'jammed' ? (args.mode as CodeName<'modes'>) : null;
    const said: BoardEvidence = { is: 'order', highest: current.order, phase: name, mode, waited_us: 0 };
    if (this.#settle(current, said, now_us)) current.settledBySignal = true;
  }

  #take(fact: LinkFact, now_us: number): void {
    this.#options.onFact?.(fact);
    const current = this.#current;
    if (current !== null && fact.is === 'command-received') current.left_us = now_us;
    if (current !== null && fact.is === 'command-lost') current.left_us = now_us;
    if (fact.is === 'restarted') this.#highest = null;
    if (fact.is === 'status') this.#readStatus(fact.status, now_us);
  }

  #readStatus({ order, orderPhase, orderMode, statusBoots }: BlockValues<'status'>, now_us: number): void {
    // A late reply to another request may pass for a status; two in a row that agree do not.
    const said = [statusBoots, order, orderPhase, orderMode].join();
    const isSaidAgain = said === this.#lastSaid;
    this.#lastSaid = said;
    if (!isSaidAgain) return;
    this.#highest = order;
    const current = this.#current;
    if (current === null || current.settledByStatus) return;
    // What another boot says of it after its result is known changes nothing.
    if (current.settledBySignal && statusBoots !== current.boot) return;
    const phase = nameOfCode('phases', orderPhase & 0xff) ?? null;
    const isMoving = order === current.order && (phase === 'accepted' || phase === 'moving');
    current.moving_us = isMoving ? (current.moving_us ?? now_us) : null;
    const waited_us = now_us - (current.moving_us ?? now_us);
    const mode = nameOfCode('modes', orderMode & 0xff) ?? null;
    if (this.#settle(current, { is: 'order', highest: order, phase, mode, waited_us }, now_us)) current.settledByStatus = true;
  }

  /** Writes down what may be concluded; heard twice, it is written twice, which the ledger takes for once. */
  #settle(current: InFlight, said: Extract<BoardEvidence, { is: 'order' }>, now_us: number): boolean {
    const { ledger, onShown, onStep, showsFirst, believesAtOnce } = this.#options;
    const { order } = current;
    const sinceLeft_us = believesAtOnce ? NEVER_CAME_us : now_us - current.left_us;
    const waited_us = said.highest < order ? sinceLeft_us : said.waited_us;
    const verdict = verdictOf(order, { is: 'order' }, { ...said, waited_us });
    if (verdict.is === 'open' || verdict.is === 'no-order') return false;
    const isNews = !current.settledBySignal && !current.settledByStatus;
    if (isNews) onStep('result-known', order);
    if (isNews && showsFirst) onShown(order, verdict.is);
    ledger.result(order, verdict.is, verdict.why);
    if (isNews) onStep('result-durable', order);
    if (isNews && !showsFirst) onShown(order, verdict.is);
    if (isNews) onStep('result-shown', order);
    return true;
  }

  /** Both ways have told, or the other never will. */
  #confirmed(): void {
    const current = this.#current as InFlight;
    const isSameBoot = this.link.position.boot === current.boot;
    if (current.settledByStatus || !isSameBoot) this.#current = null;
  }
}
