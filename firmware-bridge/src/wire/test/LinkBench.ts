import type { Signal } from '@dosetwin/twin';
import { BoardLink, type BoardLinkOptions } from '../BoardLink.js';
import type { LinkFact } from '../LinkFact.js';
import type { WireFrame } from '../Master.js';
import { wireTime_us } from '../wireTiming.js';
import { PaperBoard, type PaperBoardOptions } from './PaperBoard.js';

/** What becomes of a frame on its way. */
export type Fate =
  | { readonly is: 'whole' | 'lost' | 'doubled' }
  | { readonly is: 'cut'; readonly share: number }
  | { readonly is: 'flipped'; readonly bit: number }
  | { readonly is: 'delayed'; readonly by_us: number }
  | { readonly is: 'noisy'; readonly bytes: readonly number[] };

interface Delivery {
  readonly at_us: number;
  readonly to: 'board' | 'host';
  readonly bytes: Uint8Array;
}

const WHOLE: Fate = { is: 'whole' };
const GRID_us = 20_000;

/** A link and a board made of paper on a wire with 115200 baud, which never changes the order of what it carries. */
export class LinkBench {
  readonly board: PaperBoard;
  readonly link: BoardLink;
  readonly facts: { readonly t_us: number; readonly fact: LinkFact }[] = [];
  readonly frames: WireFrame[] = [];
  readonly signals: Signal[] = [];
  now_us = 0;
  #fates: Fate[];
  readonly #deliveries: Delivery[] = [];
  readonly #script: { readonly at_us: number; readonly act: (now_us: number) => void }[] = [];
  readonly #grid_us: number;

  constructor(
    link: Partial<BoardLinkOptions> = {},
    board: PaperBoardOptions = {},
    fates: readonly Fate[] = [],
    grid_us = GRID_us,
  ) {
    this.board = new PaperBoard(board);
    this.link = new BoardLink({
      framing: 'rtu',
      clock: 'aligned',
      cartridges: null,
      chartsCrc: null,
      onFact: (fact, t_us) => this.facts.push({ t_us, fact }),
      onFrame: (frame) => this.frames.push(frame),
      ...link,
    });
    this.#fates = [...fates];
    this.#grid_us = grid_us;
    this.at(grid_us, (now_us) => this.#instant(now_us));
  }

  /** Power on, wire open. */
  start(): this {
    this.board.powerOn(this.now_us);
    this.link.open(this.now_us);
    return this;
  }

  at(at_us: number, act: (now_us: number) => void): this {
    this.#script.push({ at_us, act });
    return this;
  }

  /** What the frames meet from now on, one after the other; then all are whole. */
  meet(fates: readonly Fate[]): this {
    this.#fates = [...fates];
    return this;
  }

  of<I extends LinkFact['is']>(is: I): Extract<LinkFact, { is: I }>[] {
    return this.facts.map(({ fact }) => fact).filter((fact): fact is Extract<LinkFact, { is: I }> => fact.is === is);
  }

  runTo(end_us: number): this {
    let steps = 0;
    for (let at_us = this.#next(); at_us <= end_us; at_us = this.#next()) {
      steps = at_us > this.now_us ? 0 : steps + 1;
      if (steps > 1_000) throw new Error(`time stands still at ${at_us} µs`);
      this.now_us = at_us;
      this.#step();
    }
    this.now_us = end_us;
    return this;
  }

  #next(): number {
    const times = [
      this.link.next_us,
      this.board.next_us,
      this.#deliveries[0]?.at_us ?? null,
      ...this.#script.map(({ at_us }) => at_us),
    ];
    return Math.max(this.now_us, Math.min(...times.filter((time) => time !== null)));
  }

  #step(): void {
    const { now_us } = this;
    for (const due of this.#script.filter(({ at_us }) => at_us <= now_us)) {
      this.#script.splice(this.#script.indexOf(due), 1);
      due.act(now_us);
    }
    while ((this.#deliveries[0]?.at_us ?? Number.POSITIVE_INFINITY) <= now_us) {
      const { to, bytes } = this.#deliveries.shift() as Delivery;
      if (to === 'board') this.board.receive(bytes, now_us);
      else this.link.receive(bytes, now_us);
    }
    const answer = this.board.advance(now_us);
    if (answer !== null) this.#carry('host', answer.bytes, answer.at_us);
    const sent = this.link.advance(now_us);
    if (sent !== null) this.#carry('board', sent, now_us + wireTime_us(sent.length));
  }

  /** As the twin's hinge does: takes what was read at the last instant, and asks anew. */
  #instant(now_us: number): void {
    this.signals.push(...this.link.collect(now_us - this.#grid_us));
    this.link.sample(now_us);
    this.at(now_us + this.#grid_us, (next_us) => this.#instant(next_us));
  }

  #carry(to: Delivery['to'], bytes: Uint8Array, at_us: number): void {
    const fate = this.#fates.shift() ?? WHOLE;
    const delay_us = fate.is === 'delayed' ? fate.by_us : 0;
    const last_us = this.#deliveries.findLast((delivery) => delivery.to === to)?.at_us ?? 0;
    const arrives_us = Math.max(last_us, at_us + delay_us);
    for (const what of carried(bytes, fate)) this.#deliveries.push({ at_us: arrives_us, to, bytes: what });
    this.#deliveries.sort((a, b) => a.at_us - b.at_us);
  }
}

function carried(bytes: Uint8Array, fate: Fate): Uint8Array[] {
  switch (fate.is) {
    case 'lost':
      return [];
    case 'doubled':
      return [bytes, bytes];
    case 'cut':
      return [bytes.slice(0, Math.floor(bytes.length * fate.share))];
    case 'flipped': {
      const flipped = bytes.slice();
      const at = Math.floor(fate.bit / 8) % bytes.length;
      flipped[at] = (flipped[at] as number) ^ (1 << (fate.bit % 8));
      return [flipped];
    }
    case 'noisy':
      return [Uint8Array.from(fate.bytes), bytes];
    default:
      return [bytes];
  }
}
