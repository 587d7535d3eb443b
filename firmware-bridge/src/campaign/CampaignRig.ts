import {
  type Component,
  type FaultCause,
  Kernel,
  type KernelEvent,
  Mechanism,
  RandomStream,
  type Saved,
  type TraceEntry,
} from '@dosetwin/twin';
import type { WornCells } from '../emulator/EepromCells.js';
import { MechanismPort } from '../emulator/MechanismPort.js';
import { firmwareImage } from '../firmware/firmwareImage.js';
import type { LedgerResult } from '../wire/verdictOf.js';
import { CampaignHost, type HostState, type HostStep } from './CampaignHost.js';
import { CaseLedger, type KeptLedger, type LedgerNote } from './CaseLedger.js';
import { drawNoise, type Fate } from './Fate.js';
import { FaultyWire, type Side } from './FaultyWire.js';
import type { Paths } from './Paths.js';
import { placeOfCut, type SavedBoard } from './placeOfCut.js';

/** Somebody wants a package from here; each cartridge at most once, so that whatever its motor does belongs to this order. */
export interface Job {
  readonly cartridge: number;
  readonly fault?: FaultCause;
}

export interface RigOptions {
  readonly paths: Paths;
  /** A ledger with nothing in it. */
  readonly newLedger: () => KeptLedger;
  readonly image?: Uint8Array;
  readonly eeprom?: Uint8Array;
  /** Cells of the EEPROM that are worn out. */
  readonly worn?: WornCells;
  readonly seed?: number;
  readonly jobs: readonly Job[];
  /** Speed of the coils; 120 rpm, the fastest, unless given. */
  readonly rpm?: number;
  readonly showsFirst?: boolean;
  readonly believesAtOnce?: boolean;
}

/** The power went, and what the EEPROM then held. */
export interface Cut {
  readonly t_us: number;
  readonly eeprom: Uint8Array;
}

export interface Shown {
  readonly order: number;
  readonly result: LedgerResult;
  /** Whether it was in the ledger at that instant. */
  readonly wasDurable: boolean;
}

export interface RigCheckpoint {
  readonly t_us: number;
  readonly kernel: ReturnType<Kernel['checkpoint']>;
  readonly entries: readonly TraceEntry[];
  readonly notes: readonly LedgerNote[];
  readonly shown: readonly Shown[];
}

export const LOADED = 3;
const MACHINE = 'rig';
const HOST = `${MACHINE}/host`;
const CARTRIDGES = 48;
const NO_CHANCE = { jamShare: 0, sensorMissShare: 0, falseDropShare: 0 };
const WHOLE: Fate = { is: 'whole' };

class HostKilled extends Error {}

/** Mechanism, emulated board, a wire that may be made faulty and a host that may be killed, in one kernel. */
export class CampaignRig implements Component {
  readonly options: RigOptions;
  readonly kernel: Kernel;
  readonly mechanism: Mechanism;
  readonly port: MechanismPort;
  readonly wire: FaultyWire;
  readonly cuts: Cut[] = [];
  entries: TraceEntry[] = [];
  shown: Shown[] = [];
  ledger: CaseLedger;
  host: CampaignHost | null = null;
  kills = 0;
  /** What a frame towards this side meets now. */
  fateOf: (to: Side, bytes: readonly number[]) => Fate = () => WHOLE;
  /** The next host that comes to this step dies there. */
  killAt: HostStep | null = null;
  /** How long nobody starts a host that died, in µs. */
  hostDown_us = 300_000;

  constructor(options: RigOptions) {
    this.options = options;
    const { seed = 1, image = firmwareImage, eeprom, worn, jobs, rpm = 120, paths } = options;
    this.kernel = new Kernel({ seed, onEntry: (entry) => this.entries.push(entry) });
    this.mechanism = new Mechanism(this.kernel, {
      machine: MACHINE,
      cartridges: CARTRIDGES,
      loaded: Array.from({ length: CARTRIDGES }, () => LOADED),
      parameters: [{ mechanism: { ...NO_CHANCE, motorSpeedRpm: rpm } }],
    });
    this.port = new MechanismPort(this.kernel, {
      address: `${MACHINE}/controller`,
      mechanism: this.mechanism,
      cartridges: CARTRIDGES,
      image,
      ...(eeprom && { eeprom }),
      ...(worn && { worn }),
      seed,
      onBytes: (bytes) => this.wire.hear(bytes.map(({ byte }) => byte)),
    });
    this.wire = new FaultyWire(this.kernel, {
      address: `${MACHINE}/wire`,
      toBoard: (bytes) => this.port.send(bytes),
      toHost: (bytes) => this.#toHost(bytes),
      fateOf: (to, bytes) => this.fateOf(to, bytes),
      onFate: (is, to) => paths.take(is === 'whole' ? 'wire: whole frames' : `wire: to ${to}, ${is}`),
    });
    this.kernel.register(HOST, 2, this);
    this.ledger = this.#newLedger();
    for (const { cartridge, fault } of jobs) if (fault) this.mechanism.fault({ cause: fault, cartridge });
  }

  get now_us(): number {
    return this.kernel.now_us;
  }

  /** Every job has an order, and every order its result. */
  get isDone(): boolean {
    return this.ledger.orders.length === this.options.jobs.length && this.ledger.openOrder() === null;
  }

  /** A checkpoint can be taken now. */
  get isIdle(): boolean {
    return this.host?.link.isIdle === true;
  }

  powerUp(): void {
    this.port.powerUp();
  }

  startHost(): void {
    this.host = this.#newHost();
    this.#guarded((host) => host.start(this.now_us));
    this.#grid(0);
  }

  /** Between two events: the objects of the host are gone, its ledger is not. */
  killHost(): void {
    if (this.host === null) return;
    this.host = null;
    this.kills += 1;
    this.kernel.cancelTimer(HOST, 'turn');
    this.kernel.cancelTimer(HOST, 'grid');
    this.kernel.setTimer(HOST, 'start', this.now_us + this.hostDown_us, { type: 'START' });
  }

  /** The power goes, `sixteenths` of a microsecond after now: in one cycle of the board. */
  cutPower(sixteenths = 0): string {
    const { now_us, ledger, entries } = this;
    const scene = { now_us, ledger, entries, eeprom: this.port.board.eeprom, beamDark: this.mechanism.beamDark };
    const place = placeOfCut(scene, this.port.board.save() as unknown as SavedBoard, sixteenths);
    const torn = this.port.board.tornBytes;
    this.port.board.cutPower(this.now_us + sixteenths / 16);
    this.port.cutPower();
    const { paths } = this.options;
    paths.take(`power cut: ${place}`);
    if (this.port.board.tornBytes > torn) paths.take('power cut: a byte torn');
    this.cuts.push({ t_us: this.now_us, eeprom: this.port.board.eeprom.slice() });
    return place;
  }

  runUntil(t_us: number): void {
    this.kernel.runUntil(t_us);
  }

  /** Lets time pass until all is done; whether it was, before `t_us`. */
  runUntilDone(t_us: number): boolean {
    while (!this.isDone && this.now_us < t_us) this.kernel.runUntil(Math.min(t_us, this.now_us + 50_000));
    return this.isDone;
  }

  /** Nothing more is asked of it. */
  close(): void {
    this.ledger.ledger.close();
  }

  noise(to: Side, luck: RandomStream): void {
    this.options.paths.take(`wire: noise to ${to}`);
    this.wire.noise(to, drawNoise(luck));
  }

  checkpoint(): RigCheckpoint {
    const { now_us: t_us, entries, shown } = this;
    return { t_us, kernel: this.kernel.checkpoint(), entries: [...entries], notes: [...this.ledger.notes], shown: [...shown] };
  }

  /** As it stood then; `luckFrom` sets how bytes will be torn. */
  goBackTo(checkpoint: RigCheckpoint, luckFrom = 0): void {
    this.entries = [...checkpoint.entries];
    this.shown = [...checkpoint.shown];
    this.cuts.length = 0;
    this.kills = 0;
    this.killAt = null;
    this.fateOf = () => WHOLE;
    this.ledger.ledger.close();
    this.kernel.restore(withLuck(checkpoint.kernel, luckFrom));
    this.ledger = this.#newLedger().replay(checkpoint.notes);
  }

  handle(event: KernelEvent): void {
    if (event.type === 'START') return this.startHost();
    if (event.type === 'TURN') return this.#guarded(() => {});
    if (event.type !== 'GRID') throw new Error(`${HOST} does not know the event ${event.type}`);
    let next_us = 0;
    this.#guarded((host) => {
      next_us = host.sample(this.now_us);
    });
    if (this.host !== null) this.#grid(next_us);
  }

  save(): Saved {
    if (this.host === null) throw new Error('there is no host to keep');
    return this.host.save() as unknown as Saved;
  }

  restore(saved: Saved): void {
    this.host = this.#newHost();
    this.host.restore(saved as unknown as HostState, this.now_us);
  }

  #newHost(): CampaignHost {
    const { showsFirst = false, believesAtOnce = false, jobs } = this.options;
    return new CampaignHost({
      ledger: {
        nextOrder: (highest) => this.ledger.nextOrder(highest),
        order: (order, cartridge) => this.ledger.order(order, cartridge),
        result: (order, result, why) => this.ledger.result(order, result, why),
        openOrder: () => this.ledger.openOrder(),
      },
      wanted: () => jobs[this.ledger.orders.length]?.cartridge ?? null,
      onShown: (order, result) => this.#show(order, result),
      onStep: (step) => this.#step(step),
      onFact: (fact) => this.options.paths.take(`link: ${fact.is}`),
      showsFirst,
      believesAtOnce,
    });
  }

  #newLedger(): CaseLedger {
    const { jobs, newLedger } = this.options;
    const cartridges = jobs.map(({ cartridge }) => cartridge);
    return new CaseLedger(() => this.now_us, LOADED, cartridges, newLedger());
  }

  #show(order: number, result: LedgerResult): void {
    this.shown.push({ order, result, wasDurable: this.ledger.resultOf(order)?.result === result });
  }

  #step(step: HostStep): void {
    if (this.killAt !== step) return;
    this.killAt = null;
    this.options.paths.take(`host killed: ${step}`);
    throw new HostKilled();
  }

  #toHost(bytes: Uint8Array): void {
    this.#guarded((host) => host.link.receive(bytes, this.now_us));
  }

  /** Lets the host do something, then what is due; it may die of it. */
  #guarded(act: (host: CampaignHost) => void): void {
    const { host } = this;
    if (host === null) return;
    try {
      act(host);
      for (let bytes = host.link.advance(this.now_us); bytes !== null; bytes = host.link.advance(this.now_us))
        this.wire.send(bytes);
    } catch (error) {
      if (!(error instanceof HostKilled)) throw error;
      return this.killHost();
    }
    const { next_us } = host.link;
    if (next_us === null) this.kernel.cancelTimer(HOST, 'turn');
    else this.kernel.setTimer(HOST, 'turn', Math.max(next_us, this.now_us + 1), { type: 'TURN' });
  }

  #grid(after_us: number): void {
    this.kernel.setTimer(HOST, 'grid', this.now_us + Math.max(1, after_us), { type: 'GRID' });
  }
}

function withLuck(kernel: RigCheckpoint['kernel'], draws: number): RigCheckpoint['kernel'] {
  const address = `${MACHINE}/controller`;
  const port = kernel.components[address] as unknown as { board: SavedBoard };
  const board = { ...port.board, cells: { ...port.board.cells, draws } };
  return { ...kernel, components: { ...kernel.components, [address]: { ...port, board } as unknown as Saved } };
}

/** The campaign's luck for one case: its faults, never what they meet. */
export function luckOf(campaign: string, number: number): RandomStream {
  return new RandomStream(number, 'campaign', campaign);
}
