import { type Component, Kernel, type KernelEvent, Mechanism, type Saved, type Signal, type TraceEntry } from '@dosetwin/twin';
import { MechanismPort } from '../../emulator/MechanismPort.js';
import { firmwareImage } from '../../firmware/firmwareImage.js';
import { BoardLink } from '../BoardLink.js';
import { chartsCrc } from '../chartsCrc.js';
import type { LinkFact } from '../LinkFact.js';
import type { WireFrame } from '../Master.js';

/** What becomes of a frame between host and board. */
export type FirmwareFate = 'whole' | 'lost' | 'flipped' | 'doubled';

const MACHINE = 'm1';
const CARTRIDGES = 24;
const ACTIVE_GRID_us = 20_000;
/** Bytes that follow a pause of this belong to another frame. */
const PAUSE_us = 1_000;

/** A link over the reference firmware on its emulated board, with a mechanism below, and a wire that spoils frames. */
export class FirmwareBench implements Component {
  readonly kernel: Kernel;
  readonly mechanism: Mechanism;
  readonly link: BoardLink;
  readonly signals: Signal[] = [];
  readonly facts: LinkFact[] = [];
  readonly frames: WireFrame[] = [];
  readonly entries: TraceEntry[] = [];
  readonly #port: MechanismPort;
  readonly #grid_us: number;
  readonly #fates: FirmwareFate[];
  /** Of the frame that comes from the board now. */
  #coming: FirmwareFate = 'whole';
  #heard_us = 0;
  #at = 0;

  constructor(fates: readonly FirmwareFate[] = [], grid_us = ACTIVE_GRID_us, image: Uint8Array = firmwareImage) {
    this.#fates = [...fates];
    this.#grid_us = grid_us;
    this.kernel = new Kernel({ seed: 7, onEntry: (entry) => this.entries.push(entry) });
    this.mechanism = new Mechanism(this.kernel, {
      machine: MACHINE,
      cartridges: CARTRIDGES,
      loaded: Array.from({ length: CARTRIDGES }, () => 14),
      parameters: [{ mechanism: { jamShare: 0, sensorMissShare: 0, falseDropShare: 0 } }],
    });
    this.#port = new MechanismPort(this.kernel, {
      address: `${MACHINE}/controller`,
      mechanism: this.mechanism,
      cartridges: CARTRIDGES,
      image,
      seed: 1,
      onBytes: (bytes) => {
        for (const { byte } of bytes) this.#hear(byte);
      },
    });
    this.link = new BoardLink({
      framing: 'rtu',
      clock: 'aligned',
      cartridges: CARTRIDGES,
      chartsCrc: chartsCrc(),
      readsWaveforms: true,
      onFact: (fact) => this.facts.push(fact),
      onFrame: (frame) => this.frames.push(frame),
    });
    this.kernel.register(`${MACHINE}/wire`, 1, this);
  }

  start(): this {
    this.#port.powerUp();
    this.link.open(this.kernel.now_us);
    this.kernel.post(`${MACHINE}/wire`, { type: 'GRID' });
    return this;
  }

  /** The power goes now, and comes back after this. */
  cutPower(ms: number): void {
    this.#port.cutPower();
    this.kernel.setTimer(`${MACHINE}/wire`, 'power', this.kernel.now_us + ms * 1_000, { type: 'POWER' });
  }

  calm(): void {
    this.#fates.length = 0;
  }

  runTo(ms: number): this {
    this.kernel.runUntil(ms * 1_000);
    return this;
  }

  turn(): void {
    const { now_us } = this.kernel;
    const bytes = this.link.advance(now_us);
    if (bytes !== null) this.#send(bytes);
    const { next_us } = this.link;
    if (next_us !== null) this.kernel.setTimer(`${MACHINE}/wire`, 'turn', Math.max(next_us, now_us + 1), { type: 'TURN' });
  }

  handle(event: KernelEvent): void {
    if (event.type === 'POWER') this.#port.powerUp();
    if (event.type === 'GRID') {
      const { now_us } = this.kernel;
      this.signals.push(...this.link.collect(now_us - this.#grid_us));
      this.link.sample(now_us);
      this.kernel.setTimer(`${MACHINE}/wire`, 'grid', now_us + this.#grid_us, { type: 'GRID' });
    }
    this.turn();
  }

  save(): Saved {
    return null;
  }

  restore(): void {}

  #send(bytes: Uint8Array): void {
    const fate = this.#fates.shift() ?? 'whole';
    if (fate === 'lost') return;
    const frame = fate === 'flipped' ? [...bytes.slice(0, -1), (bytes.at(-1) as number) ^ 0x10] : [...bytes];
    this.#port.send(fate === 'doubled' ? [...frame, ...frame] : frame);
  }

  #hear(byte: number): void {
    const { now_us } = this.kernel;
    if (now_us - this.#heard_us > PAUSE_us) {
      this.#coming = this.#fates.shift() ?? 'whole';
      this.#at = 0;
    }
    this.#heard_us = now_us;
    this.#at += 1;
    if (this.#coming === 'lost') return;
    this.link.receive(Uint8Array.of(this.#coming === 'flipped' && this.#at === 3 ? byte ^ 0x10 : byte), now_us);
    this.turn();
  }
}
