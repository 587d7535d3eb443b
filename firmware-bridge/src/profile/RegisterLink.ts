import type { Command, Signal } from '@dosetwin/twin';
import type { LinkStanding } from '../wire/BoardLink.js';
import { crc16 } from '../wire/crc16.js';
import { Master, type Outcome } from '../wire/Master.js';
import type { Framing } from '../wire/ReplyReader.js';
import type { ProfileLink, ProfileLinkEvents, UnderWay } from './ProfileLink.js';
import type { RegisterProfile } from './profileSchema.js';
import { SignalTeller } from './SignalTeller.js';

interface Waiting {
  readonly command: Command;
  readonly at_us: number;
}

interface Field {
  readonly register: number;
  readonly low: number;
  readonly bits: number;
}

const US_PER_MS = 1_000;
/** A board that does not answer, or is another, is greeted again after this, in µs. Assumption. */
const GREET_AGAIN_us = 500_000;

/**
 * A session with a board whose commands and states are Modbus registers, by its profile. What a field of the polled registers
 * changes to stands for signals; what it was when the board was first read stands for none, but for doors and the like.
 */
export class RegisterLink implements ProfileLink {
  readonly #profile: RegisterProfile;
  readonly #events: ProfileLinkEvents;
  readonly #teller = new SignalTeller();
  readonly #master: Master;
  #standing: LinkStanding = 'closed';
  #wasConnected = false;
  #waiting: Waiting[] = [];
  #underWay: UnderWay | null = null;
  #pollAt_us = 0;
  #greetAt_us: number | null = null;
  #isPolling = false;
  #token = 0;
  #highestOrder = 0;
  #seen = new Map<string, number>();

  constructor(profile: RegisterProfile, framing: Framing, events: ProfileLinkEvents = {}) {
    this.#profile = profile;
    this.#events = events;
    // A writing is never repeated: without a token the board could take it twice.
    this.#master = new Master({ framing, unit: profile.transport.unit, repeats: 0 });
  }

  get standing(): LinkStanding {
    return this.#standing;
  }

  get isBroken(): boolean {
    return this.#master.isBroken;
  }

  get highestOrder(): number {
    return this.#highestOrder;
  }

  get position(): { readonly boot: number; readonly sequence: number } {
    return { boot: this.#teller.boot, sequence: 0 };
  }

  get next_us(): number | null {
    if (this.#standing === 'closed') return null;
    const next = this.#waiting[0];
    const turn_us = next === undefined ? null : Math.max(next.at_us, this.#underWay?.giveUp_us ?? 0);
    const poll_us = this.#standing === 'connected' && !this.#isPolling ? this.#pollAt_us : null;
    const times = [this.#master.next_us, turn_us, poll_us, this.#greetAt_us].filter((time) => time !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  open(now_us: number): void {
    this.#master.open(now_us);
    this.#standing = 'connecting';
    this.#isPolling = false;
    this.#greet();
  }

  close(now_us: number): void {
    this.#standing = 'closed';
    this.#greetAt_us = null;
    this.#forget(now_us);
    this.#master.close(now_us);
  }

  receive(bytes: Uint8Array, now_us: number): void {
    if (this.#standing !== 'closed') this.#master.receive(bytes, now_us);
  }

  advance(now_us: number): Uint8Array | null {
    if (this.#standing === 'closed') return null;
    if (this.#greetAt_us !== null && now_us >= this.#greetAt_us) this.#greet();
    if (this.#underWay !== null && this.#waiting.length > 0 && now_us >= this.#underWay.giveUp_us) this.#underWay = null;
    const next = this.#waiting[0];
    if (next !== undefined && this.#underWay === null && now_us >= next.at_us) {
      this.#waiting.shift();
      this.#begin(next.command, now_us);
    }
    if (this.#standing === 'connected' && !this.#isPolling && now_us >= this.#pollAt_us) this.#poll(now_us);
    return this.#master.advance(now_us);
  }

  tickAt(t_us: number): number {
    return Math.ceil(t_us / US_PER_MS);
  }

  command(command: Command, tick: number, now_us: number): void {
    if (this.#standing === 'connected') this.#waiting.push({ command, at_us: Math.max(now_us, tick * US_PER_MS) });
    else this.#lost(command, false, now_us);
  }

  sample(): void {}

  get hasNews(): boolean {
    return this.#teller.hasNews;
  }

  /** A board that does not answer in its time is not waited for any more. */
  isAwaited(now_us: number): boolean {
    return this.#waiting.length > 0 || (this.#underWay !== null && now_us < this.#underWay.giveUp_us);
  }

  collect(before_us: number = Number.POSITIVE_INFINITY): readonly Signal[] {
    return this.#teller.collect(before_us);
  }

  refresh(): void {}

  #greet(): void {
    this.#greetAt_us = null;
    const { identity, token, 'highest-order': highest } = this.#profile;
    this.#read({ ...identity, count: 1 }, ([found], now_us) => {
      if (found !== identity.equals) return this.#refused(found as number, now_us);
      const highestPlace = highest === undefined ? null : { ...highest, count: 2 };
      this.#readIf(
        token === undefined ? null : { ...token, count: 1 },
        ([last = 0]) => {
          this.#token = last;
          this.#readIf(
            highestPlace,
            ([high = 0, low = 0], now_us) => {
              this.#highestOrder = high * 0x1_0000 + low;
              this.#connected(now_us);
            },
            now_us,
          );
        },
        now_us,
      );
    });
  }

  #refused(found: number, now_us: number): void {
    const { identity, name } = this.#profile;
    this.#standing = 'refused';
    this.#events.onRefused?.(
      `what answers there is no board of the profile '${name}': register ${identity.register} holds ${found} where ${identity.equals} was expected`,
    );
    this.#forget(now_us);
  }

  #connected(now_us: number): void {
    const wasSilent = this.#standing === 'silent';
    this.#standing = 'connected';
    this.#pollAt_us = now_us;
    if (wasSilent) this.#events.onFact?.({ is: 'back', since_us: null }, now_us);
    if (!this.#wasConnected) this.#events.onConnected?.();
    this.#wasConnected = true;
  }

  #poll(now_us: number): void {
    const { poll } = this.#profile;
    this.#isPolling = true;
    this.#pollAt_us = now_us + poll['every-ms'] * US_PER_MS;
    this.#read(poll, (values, now_us) => {
      this.#isPolling = false;
      this.#see(values, now_us);
    });
  }

  #see(values: readonly number[], now_us: number): void {
    const { watch, modes, poll } = this.#profile;
    const numberIn = ({ register, low, bits }: Field) => ((values[register - poll.register] ?? 0) >>> low) & ((1 << bits) - 1);
    for (const field of watch) {
      const value = numberIn(field);
      const before = this.#seen.get(field.name);
      this.#seen.set(field.name, value);
      const meaning = field.values[String(value)];
      if (meaning === undefined || before === value) continue;
      if (before === undefined) {
        // What was so before the host came is news only where it is a state of the machine, not of an order.
        if (['accepted', 'moving', 'dropped', 'recovered', 'jammed', 'refused'].includes(meaning.says)) continue;
      }
      const from = meaning['mode-from'];
      const modeField = from === undefined ? undefined : modes[from];
      const mode = modeField === undefined ? undefined : modeField.values[String(numberIn(modeField))];
      this.#teller.say({ ...meaning, ...(mode === undefined ? {} : { mode }) }, this.#underWay?.command ?? null, now_us);
      if (this.#teller.phase === null) this.#ended();
    }
  }

  #ended(): void {
    const name = this.#underWay?.command.name;
    if (name === 'vend' || name === 'recover') this.#underWay = null;
  }

  #begin(command: Command, now_us: number): void {
    const words = this.#profile.commands[command.name];
    if (words === undefined) {
      const answer =
        command.name === 'clear' ? ({ says: 'cleared' } as const) : ({ says: 'refused', reason: 'not-jammed' } as const);
      return this.#teller.say(answer, command, now_us);
    }
    this.#teller.begin(command);
    // What the last order left in the registers is not this one's.
    this.#underWay = { command, giveUp_us: now_us + words['ends-within-ms'] * US_PER_MS };
    const values = this.#fill(words.write.values, command);
    this.#events.onLine?.('sent', `write ${words.write.address}: ${values.join(' ')}`, now_us);
    const { address } = words.write;
    const request = { function: 16, address, values } as const;
    this.#master.request(request, 'command', (outcome, now_us) => this.#written(command, words.says ?? null, outcome, now_us));
  }

  #written(
    command: Command,
    says: NonNullable<RegisterProfile['commands']['vend']['says']> | null,
    outcome: Outcome,
    now_us: number,
  ): void {
    if (outcome.is === 'silent' || outcome.is === 'closed') return this.#lost(command, true, now_us);
    if (outcome.is === 'exception') {
      this.#underWay = null;
      return this.#teller.say({ says: 'refused', reason: 'busy' }, command, now_us);
    }
    if (says !== null) this.#teller.say({ says }, command, now_us);
    if (command.name === 'unlock' || command.name === 'clear') this.#underWay = null;
  }

  /** `{order:high}` and the like; `{crc}` is CRC-16, as of Modbus, of the bytes before it. */
  #fill(values: readonly (number | string)[], command: Command): number[] {
    this.#token = (this.#token % 0xffff) + 1;
    const { order = 0, cartridge = 0 } = command as { readonly order?: number; readonly cartridge?: number };
    const known: Readonly<Record<string, number>> = {
      '{token}': this.#token,
      '{cartridge}': cartridge,
      '{order:high}': Math.floor(order / 0x1_0000),
      '{order:low}': order & 0xffff,
    };
    const filled: number[] = [];
    for (const value of values)
      filled.push(typeof value === 'number' ? value : value === '{crc}' ? crcOf(filled) : (known[value] as number));
    return filled;
  }

  #readIf(place: Place | null, then: (values: readonly number[], now_us: number) => void, now_us: number): void {
    if (place === null) then([], now_us);
    else this.#read(place, then);
  }

  #read({ table, register, count }: Place, then: (values: readonly number[], now_us: number) => void): void {
    const request = { function: table === 'input' ? 4 : 3, address: register, count } as const;
    this.#master.request(request, 'poll', ({ reply, is }, now_us) => {
      if (is === 'closed' || this.#standing === 'closed') return;
      if (reply?.is === 'registers') return then(reply.values, now_us);
      if (reply?.is === 'exception' && this.#standing === 'connecting') return this.#refused(-reply.code, now_us);
      this.#silent(now_us);
    });
  }

  #silent(now_us: number): void {
    this.#isPolling = false;
    this.#greetAt_us = now_us + GREET_AGAIN_us;
    if (this.#standing === 'silent') return;
    this.#standing = 'silent';
    this.#forget(now_us);
    this.#events.onFact?.({ is: 'silent', since_us: this.#master.lastAnswer_us }, now_us);
  }

  #forget(now_us: number): void {
    for (const { command } of this.#waiting.splice(0)) this.#lost(command, false, now_us);
  }

  #lost(command: Command, mayHaveArrived: boolean, now_us: number): void {
    this.#events.onFact?.({ is: 'command-lost', command, why: 'silent', mayHaveArrived }, now_us);
  }
}

interface Place {
  readonly table: 'input' | 'holding';
  readonly register: number;
  readonly count: number;
}

function crcOf(words: readonly number[]): number {
  return crc16(words.flatMap((word) => [word >>> 8, word & 0xff]));
}
