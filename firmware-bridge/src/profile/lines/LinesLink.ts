import { type Command, Kernel, ModelController, type Signal } from '@dosetwin/twin';
import type { LinkStanding } from '../../wire/BoardLink.js';
import type { Framing } from '../../wire/ReplyReader.js';
import type { ProfileLink, ProfileLinkEvents } from '../ProfileLink.js';
import { LinePins } from './LinePins.js';
import type { Levels, LinesWire, Read } from './LinesWire.js';
import type { LinesProfile } from './linesSchema.js';
import { RegisterLinesWire } from './RegisterLinesWire.js';
import { TextLinesWire } from './TextLinesWire.js';

interface Heard {
  readonly signal: Signal;
  readonly t_us: number;
}

const US_PER_MS = 1_000;
/** So many requests without an answer are silence. Assumption. */
const SILENT_REQUESTS = 3;
/** A board that is silent, or another, is greeted again after this. Assumption. */
const GREET_AGAIN_us = 500_000;
/** After something has happened, or before a chart's time is out, lines are read at their quick pace this long. Assumption. */
const AWAKE_us = 2_000_000;

/**
 * A session with a board of bare lines: the charts of level 1 run here, over its lines, in the wall's time, as they do in the model over
 * simulated pins. Order ids and phases are the host's own, and are gone with it. A motor is switched on by one writing that is never
 * repeated; all other outputs are written until the board has confirmed them.
 */
export class LinesLink implements ProfileLink {
  readonly highestOrder = 0;
  readonly #profile: LinesProfile;
  readonly #events: ProfileLinkEvents;
  readonly #wire: LinesWire;
  readonly #pins: LinePins;
  readonly #kernel = new Kernel({ seed: 0 });
  readonly #controller: ModelController;
  /** The wall's instant at which the kernel's time began; `null`: it has not. */
  #base_us: number | null = null;
  #standing: LinkStanding = 'closed';
  #greetAt_us: number | null = null;
  #readAt_us = 0;
  #awakeUntil_us = 0;
  #unanswered = 0;
  /** Outputs as the board has confirmed them; `null`: it has not. */
  #confirmed: string | null = null;
  #heard: Heard[] = [];
  #sequence = 0;

  constructor(profile: LinesProfile, framing: Framing, events: ProfileLinkEvents = {}) {
    this.#profile = profile;
    this.#events = events;
    this.#wire = 'identity' in profile ? new RegisterLinesWire(profile, framing) : new TextLinesWire(profile);
    this.#pins = new LinePins(profile.matrix.columns);
    const { cartridges } = profile.capabilities;
    this.#controller = new ModelController(this.#kernel, this.#pins, {
      machine: profile.name,
      cartridges,
      parameters: [],
      onSignal: () => {},
    });
  }

  get standing(): LinkStanding {
    return this.#standing;
  }

  get isBroken(): boolean {
    return this.#wire.isBroken;
  }

  get position(): { readonly boot: number; readonly sequence: number } {
    return { boot: 1, sequence: this.#sequence };
  }

  get hasNews(): boolean {
    return this.#heard.length > 0;
  }

  isAwaited(): boolean {
    return this.#pins.isMotorOn || this.#isUnconfirmed;
  }

  get next_us(): number | null {
    if (this.#standing === 'closed' || this.#standing === 'refused') return null;
    const tick_us = this.#base_us === null || this.#kernel.next_us === null ? null : this.#base_us + this.#kernel.next_us;
    const ask_us = !this.#wire.isIdle ? null : (this.#greetAt_us ?? (this.#isUnconfirmed ? 0 : this.#readAt_us));
    const times = [this.#wire.next_us, tick_us, ask_us].filter((time) => time !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  open(now_us: number): void {
    this.#wire.open(now_us);
    this.#standing = this.#base_us === null ? 'connecting' : 'silent';
    this.#greetAt_us = now_us;
  }

  close(now_us: number): void {
    this.#standing = 'closed';
    this.#wire.close(now_us);
    this.#lose(now_us);
  }

  receive(bytes: Uint8Array, now_us: number): void {
    if (this.#standing === 'closed') return;
    this.#run(now_us);
    this.#wire.receive(bytes, now_us);
  }

  advance(now_us: number): Uint8Array | null {
    if (this.#standing === 'closed' || this.#standing === 'refused') return null;
    this.#run(now_us);
    const bytes = this.#wire.advance(now_us);
    if (bytes !== null || !this.#wire.isIdle) return bytes;
    this.#ask(now_us);
    return this.#wire.advance(now_us);
  }

  tickAt(t_us: number): number {
    return Math.ceil(t_us / US_PER_MS);
  }

  command(command: Command, tick: number, now_us: number): void {
    if (this.#standing !== 'connected' || this.#base_us === null) {
      this.#events.onFact?.({ is: 'command-lost', command, why: 'silent', mayHaveArrived: false }, now_us);
      return;
    }
    this.#run(now_us);
    this.#awakeUntil_us = now_us + AWAKE_us;
    this.#readAt_us = Math.min(this.#readAt_us, now_us);
    this.#controller.command(command, Math.max(now_us, tick * US_PER_MS) - this.#base_us);
  }

  /** The lines are read at a pace of their own. */
  sample(): void {}

  collect(before_us: number = Number.POSITIVE_INFINITY): readonly Signal[] {
    const due = this.#heard.filter(({ t_us }) => t_us < before_us);
    this.#heard = this.#heard.filter(({ t_us }) => t_us >= before_us);
    return due.map(({ signal }) => signal);
  }

  refresh(): void {}

  get #isUnconfirmed(): boolean {
    return this.#base_us !== null && this.#confirmed !== JSON.stringify(this.#pins.drives);
  }

  #ask(now_us: number): void {
    if (this.#greetAt_us !== null) {
      if (now_us < this.#greetAt_us) return;
      this.#greetAt_us = null;
      this.#wire.greet((read, at_us) => this.#greeted(read, at_us));
    } else if (this.#isUnconfirmed) this.#write(now_us);
    else if (now_us >= this.#readAt_us) this.#read(now_us);
  }

  /** Something goes on at the machine, or a chart waits for something that is near. */
  #isAwake(now_us: number): boolean {
    const next_us = this.#kernel.next_us;
    const isNear = next_us !== null && next_us - this.#kernel.now_us < AWAKE_us;
    return isNear || now_us < this.#awakeUntil_us || !this.#pins.isAtRest;
  }

  #read(now_us: number): void {
    const { 'every-ms': everyMs, 'at-rest-ms': atRestMs } = this.#profile.read;
    this.#readAt_us = now_us + (this.#isAwake(now_us) ? everyMs : atRestMs) * US_PER_MS;
    this.#wire.read((read, at_us) => {
      if (typeof read === 'object' && 'levels' in read) this.#see(read.levels, at_us);
      else this.#missed(at_us);
    });
  }

  /** A writing that switches a motor on and is not answered may have been heard: it is taken back, and not said again. */
  #write(now_us: number): void {
    const { drives } = this.#pins;
    this.#events.onLine?.('sent', `lines: ${JSON.stringify(drives)}`, now_us);
    this.#wire.write(drives, (isTaken, at_us) => {
      if (isTaken) {
        this.#unanswered = 0;
        this.#confirmed = JSON.stringify(drives);
        if (this.#standing !== 'connected' && this.#standing !== 'closed') this.#connected(at_us);
      } else if (drives.motor === 1) this.#silent(at_us);
      else this.#missed(at_us);
    });
  }

  #greeted(read: Read, now_us: number): void {
    if (this.#standing === 'closed') return;
    if (read === 'silent') return this.#missed(now_us);
    if ('other' in read) {
      this.#standing = 'refused';
      const says = `what answers there is no board of the profile '${this.#profile.name}': ${read.other}`;
      return this.#events.onRefused?.(says);
    }
    if (this.#base_us === null) {
      this.#base_us = now_us;
      this.#controller.start();
    }
    // Whatever the board was told before, nothing is driven now, and it is told so before anything else.
    this.#confirmed = null;
    this.#see(read.levels, now_us);
  }

  #connected(now_us: number): void {
    const wasSilent = this.#standing === 'silent';
    this.#standing = 'connected';
    this.#pins.lose(false);
    this.#run(now_us);
    if (wasSilent) this.#events.onFact?.({ is: 'back', since_us: null }, now_us);
    this.#events.onConnected?.();
  }

  #see(levels: Levels, now_us: number): void {
    this.#unanswered = 0;
    this.#run(now_us);
    this.#pins.see(levels);
    this.#run(now_us);
  }

  #missed(now_us: number): void {
    this.#unanswered += 1;
    if (this.#unanswered >= SILENT_REQUESTS) this.#silent(now_us);
    // A board may first have to get rid of half a line that somebody else has left in its memory.
    else if (this.#standing !== 'connected') this.#greetAt_us = now_us;
  }

  #silent(now_us: number): void {
    if (this.#standing === 'closed') return;
    this.#greetAt_us = now_us + GREET_AGAIN_us;
    this.#lose(now_us);
    if (this.#standing === 'silent') return;
    this.#standing = 'silent';
    this.#events.onFact?.({ is: 'silent', since_us: this.#base_us === null ? null : now_us }, now_us);
  }

  /** A motion that nobody can follow any more ends as interrupted, and its motor is off as soon as the board hears again. */
  #lose(now_us: number): void {
    this.#unanswered = 0;
    this.#pins.lose(true);
    this.#run(now_us);
  }

  #run(now_us: number): void {
    if (this.#base_us === null) return;
    this.#kernel.runUntil(Math.max(this.#kernel.now_us, now_us - this.#base_us));
    for (const signal of this.#controller.poll(Number.POSITIVE_INFINITY)) {
      this.#sequence = signal.sequence;
      this.#heard.push({ signal, t_us: this.#base_us + signal.tick * US_PER_MS });
      this.#awakeUntil_us = now_us + AWAKE_us;
    }
  }
}
