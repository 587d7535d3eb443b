import type { Controller } from '../controllers/Controller.js';
import { writeController } from '../controllers/Controller.js';
import type { BoardListener, BoardPort } from '../live/BoardPort.js';
import { refusedWords } from '../live/sayFact.js';
import { BoardLink } from '../wire/BoardLink.js';
import { chartsCrc } from '../wire/chartsCrc.js';
import type { LinkFact } from '../wire/LinkFact.js';
import type { WireFrame } from '../wire/Master.js';
import type { BlockValues } from '../wire/registerNames.js';
import { monotonic_us, type RealTimeWire, type RealTimeWireOptions, type WireStanding } from './RealTimeWire.js';
import { SerialWire } from './SerialWire.js';
import { TcpWire } from './TcpWire.js';

/** There is no board to run on; the message says which port, why, and what to do. */
export class NoBoard extends Error {}

/** While nobody asks for signals, the board is asked this often: it then knows that its host lives, and a door that opens is noticed. */
const REST_POLL_ms = 250;

/** A real board on a serial line or behind Modbus TCP, in the wall's time. */
export class LiveBoard implements BoardPort {
  readonly name: string;
  readonly link: BoardLink;
  readonly #wire: RealTimeWire;
  readonly #poll: NodeJS.Timeout;
  #listener: BoardListener | null = null;
  #status: BlockValues<'status'> | null = null;
  #lastSample_us = 0;
  /** Since when each poll has read the same of its highest order; `null` while the board does not answer. */
  #same_us: number | null = null;
  #isOpen = false;
  #judge: (problem: string | null) => void = () => {};

  constructor(controller: Controller, cartridges: number, onFrame: (frame: WireFrame) => void = () => {}) {
    this.name = writeController(controller);
    this.link = new BoardLink({
      framing: controller.kind === 'tcp' ? 'tcp' : 'rtu',
      clock: 'free',
      cartridges,
      chartsCrc: chartsCrc(),
      readFrom: 'now',
      readsWaveforms: true,
      onFrame,
      onFact: (fact) => this.#fact(fact),
    });
    this.#wire = wireOf(controller, { link: this.link, onStanding: (standing) => this.#stand(standing) });
    this.#poll = setInterval(() => this.#rest(), REST_POLL_ms);
  }

  /** Its status as the last poll read it. */
  get status(): BlockValues<'status'> {
    if (this.#status === null) throw new Error(`${this.name} has not been heard yet`);
    return this.#status;
  }

  /**
   * For how long it has been heard to say the same of its highest order, up to the last reading, in µs; `null` while it does not
   * answer. What was read once and never again tells nothing.
   */
  get saidFor_us(): number | null {
    return this.#same_us === null ? null : this.#lastSample_us - this.#same_us;
  }

  get highestOrder(): number {
    return this.status.order;
  }

  /** Fulfilled once the board was greeted and taken. @throws NoBoard */
  connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#judge = (problem) => {
        this.#judge = () => {};
        if (problem === null) return resolve();
        void this.close().then(() => reject(new NoBoard(`${this.name}: ${problem}`)));
      };
      this.#wire.open();
    });
  }

  now_us(): number {
    return monotonic_us();
  }

  turn(): void {
    this.#wire.turn();
  }

  listen(listener: BoardListener): void {
    this.#listener = listener;
  }

  async close(): Promise<void> {
    clearInterval(this.#poll);
    this.#listener = null;
    await this.#wire.close();
  }

  #fact(fact: LinkFact): void {
    if (fact.is === 'status') this.#read(fact.status);
    if (fact.is === 'silent' || fact.is === 'restarted') this.#same_us = null;
    if (fact.is === 'connected') this.#judge(null);
    if (fact.is === 'refused') this.#judge(refusedWords(fact));
    if (fact.is === 'silent')
      this.#judge('nobody answers: is the board powered, is this its port, and does it speak Modbus at 115200 8N1?');
    this.#listener?.fact(fact);
  }

  #read(status: BlockValues<'status'>): void {
    const before = this.#status;
    const isSame = status.order === before?.order && status.orderPhase === before.orderPhase;
    this.#status = status;
    this.#lastSample_us = monotonic_us();
    if (this.#same_us === null || !isSame) this.#same_us = this.#lastSample_us;
  }

  #stand(standing: WireStanding): void {
    if ('says' in standing) {
      this.#same_us = null;
      this.#judge(standing.says);
      if (this.#isOpen) this.#listener?.wire(false, standing.says);
      this.#isOpen = false;
    } else if (standing.is === 'open') {
      if (!this.#isOpen) this.#listener?.wire(true, `${this.name} is open again`);
      this.#isOpen = true;
    }
  }

  #rest(): void {
    if (monotonic_us() - this.#lastSample_us < REST_POLL_ms * 1_000) return;
    this.link.sample(monotonic_us());
    this.turn();
  }
}

function wireOf(controller: Controller, options: Omit<RealTimeWireOptions, 'connect'>): RealTimeWire {
  if (controller.kind === 'serial') return new SerialWire({ path: controller.path, ...options });
  if (controller.kind === 'tcp') return new TcpWire({ host: controller.host, port: controller.port, ...options });
  throw new Error(`${controller.kind} has no wire`);
}
