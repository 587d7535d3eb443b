import type { Command, Signal } from '@dosetwin/twin';
import type { LinkStanding } from '../wire/BoardLink.js';
import { LineReader, lineBytes } from './lineBytes.js';
import { type Found, fillPattern, matchPattern } from './linePattern.js';
import type { ProfileLink, ProfileLinkEvents, UnderWay } from './ProfileLink.js';
import type { ProfileLine, TextProfile } from './profileSchema.js';
import { SignalTeller } from './SignalTeller.js';

interface Waiting {
  readonly command: Command;
  readonly at_us: number;
}

const US_PER_MS = 1_000;
/** So many polls without a word are silence. Assumption. */
const SILENT_POLLS = 4;

/**
 * A session with a board that speaks text lines, by its profile: without a wire or a clock, as `BoardLink` is. One command is under
 * way at a time, since an answer does not say what it answers; each is sent once and never again.
 */
export class TextLink implements ProfileLink {
  readonly isBroken = false;
  readonly highestOrder = 0;
  readonly #profile: TextProfile;
  readonly #events: ProfileLinkEvents;
  readonly #teller = new SignalTeller();
  readonly #reader: LineReader;
  #standing: LinkStanding = 'closed';
  #wasConnected = false;
  #waiting: Waiting[] = [];
  #underWay: UnderWay | null = null;
  #pollAt_us = 0;
  #lastWord_us = 0;

  constructor(profile: TextProfile, events: ProfileLinkEvents = {}) {
    this.#profile = profile;
    this.#events = events;
    this.#reader = new LineReader(profile.transport);
  }

  get standing(): LinkStanding {
    return this.#standing;
  }

  get position(): { readonly boot: number; readonly sequence: number } {
    return { boot: this.#teller.boot, sequence: 0 };
  }

  get next_us(): number | null {
    if (this.#standing === 'closed') return null;
    const next = this.#waiting[0];
    const turn_us = next === undefined ? null : Math.max(next.at_us, this.#underWay?.giveUp_us ?? 0);
    return turn_us === null ? this.#pollAt_us : Math.min(turn_us, this.#pollAt_us);
  }

  open(now_us: number): void {
    this.#reader.clear();
    this.#standing = 'connecting';
    this.#lastWord_us = now_us;
    this.#pollAt_us = now_us;
  }

  close(now_us: number): void {
    this.#standing = 'closed';
    this.#forget(now_us);
  }

  receive(bytes: Uint8Array, now_us: number): void {
    if (this.#standing === 'closed') return;
    for (const line of this.#reader.receive(bytes)) {
      this.#events.onLine?.('received', line, now_us);
      this.#hear(line, now_us);
    }
  }

  advance(now_us: number): Uint8Array | null {
    if (this.#standing === 'closed') return null;
    this.#mindSilence(now_us);
    if (this.#underWay !== null && this.#waiting.length > 0 && now_us >= this.#underWay.giveUp_us) this.#underWay = null;
    const next = this.#waiting[0];
    if (next !== undefined && this.#underWay === null && now_us >= next.at_us) {
      this.#waiting.shift();
      const bytes = this.#begin(next.command, now_us);
      if (bytes !== null) return bytes;
    }
    if (now_us < this.#pollAt_us) return null;
    const { send, 'every-ms': everyMs } = this.#profile.poll;
    this.#pollAt_us = now_us + everyMs * US_PER_MS;
    return this.#send(send, now_us);
  }

  /** Ticks of a board without a clock are the host's milliseconds. */
  tickAt(t_us: number): number {
    return Math.ceil(t_us / US_PER_MS);
  }

  command(command: Command, tick: number, now_us: number): void {
    if (this.#standing === 'connected') this.#waiting.push({ command, at_us: Math.max(now_us, tick * US_PER_MS) });
    else this.#lost(command, false, now_us);
  }

  /** The board speaks unasked, and is polled at its own pace. */
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

  /** A command that the board does not have is answered here, so that the host above knows at once. */
  #begin(command: Command, now_us: number): Uint8Array | null {
    const words = this.#profile.commands[command.name];
    if (words === undefined) {
      const answer =
        command.name === 'clear' ? ({ says: 'cleared' } as const) : ({ says: 'refused', reason: 'not-jammed' } as const);
      this.#teller.say(answer, command, now_us);
      return null;
    }
    this.#teller.begin(command);
    this.#underWay = { command, giveUp_us: now_us + words['ends-within-ms'] * US_PER_MS };
    const { order = 0, cartridge = 0 } = command as { readonly order?: number; readonly cartridge?: number };
    return this.#send(fillPattern(words.send, { order, cartridge }), now_us);
  }

  #send(line: string, now_us: number): Uint8Array {
    this.#events.onLine?.('sent', line, now_us);
    return lineBytes(line, this.#profile.transport);
  }

  #hear(line: string, now_us: number): void {
    this.#lastWord_us = now_us;
    const isStatus = matchPattern(this.#profile.poll.answer, line) !== null;
    if (isStatus && this.#standing !== 'connected') this.#connected(now_us);
    if (this.#standing !== 'connected') return;
    if (this.#underWay !== null && this.#answer(this.#underWay, line, now_us)) return;
    for (const one of this.#profile.lines) if (isMeant(one, line)) this.#say(one, null, now_us);
  }

  #answer({ command }: UnderWay, line: string, now_us: number): boolean {
    const answer = this.#profile.commands[command.name]?.answers.find((one) => isMeant(one, line));
    if (answer === undefined) return false;
    this.#say(answer, command, now_us);
    return true;
  }

  #say(line: ProfileLine, about: Command | null, now_us: number): void {
    const isLater = line.once !== undefined && line.instead !== undefined && hasCome(this.#teller.phase, line.once);
    const meaning = isLater && line.instead !== undefined ? line.instead : line;
    const before = this.#teller.boot;
    this.#teller.say(meaning, about, now_us);
    if (meaning.says === 'started') {
      this.#forget(now_us);
      this.#events.onFact?.({ is: 'restarted', boot: this.#teller.boot, before }, now_us);
    }
    if (about !== null && meaning.says !== 'accepted' && meaning.says !== 'moving') this.#underWay = null;
  }

  #connected(now_us: number): void {
    const wasSilent = this.#standing === 'silent';
    this.#standing = 'connected';
    if (wasSilent) this.#events.onFact?.({ is: 'back', since_us: null }, now_us);
    if (!this.#wasConnected) this.#events.onConnected?.();
    this.#wasConnected = true;
  }

  #mindSilence(now_us: number): void {
    const silent_us = SILENT_POLLS * this.#profile.poll['every-ms'] * US_PER_MS;
    if (this.#standing === 'silent' || now_us - this.#lastWord_us < silent_us) return;
    this.#standing = 'silent';
    this.#forget(now_us);
    this.#events.onFact?.({ is: 'silent', since_us: this.#wasConnected ? this.#lastWord_us : null }, now_us);
  }

  /** What waits is given up. Of the one under way nobody knows; should the board still say how it ended, that counts. */
  #forget(now_us: number): void {
    for (const { command } of this.#waiting.splice(0)) this.#lost(command, false, now_us);
    if (this.#underWay !== null && this.#standing === 'closed') this.#lost(this.#underWay.command, true, now_us);
  }

  #lost(command: Command, mayHaveArrived: boolean, now_us: number): void {
    this.#events.onFact?.({ is: 'command-lost', command, why: 'silent', mayHaveArrived }, now_us);
  }
}

function isMeant(meant: ProfileLine, line: string): boolean {
  const found = matchPattern(meant.line, line);
  return found !== null && holds(meant, found);
}

function holds({ if: condition }: ProfileLine, found: Found): boolean {
  if (condition === undefined) return true;
  const value = Number(found[condition.value]);
  if (!Number.isFinite(value)) return false;
  const { below = Number.POSITIVE_INFINITY, 'at-least': atLeast = Number.NEGATIVE_INFINITY } = condition;
  return value < below && value >= atLeast;
}

function hasCome(phase: SignalTeller['phase'], once: 'accepted' | 'moving'): boolean {
  return phase === 'moving' || (phase === 'accepted' && once === 'accepted');
}
