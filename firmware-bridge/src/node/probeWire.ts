import { setTimeout as sleep } from 'node:timers/promises';
import type { Controller } from '../controllers/Controller.js';
import { LineReader, lineBytes } from '../profile/lineBytes.js';
import { matchPattern } from '../profile/linePattern.js';
import type { BoardProfile } from '../profile/profileSchema.js';
import { type Reading, readingOf } from '../profile/readingOf.js';
import { Master, type Outcome } from '../wire/Master.js';
import type { Framing } from '../wire/ReplyReader.js';
import { MAGIC, MAP_VERSION } from '../wire/registerMap.js';
import { type BlockValues, blockPlace, decodeBlock } from '../wire/registerNames.js';
import { type Connection, monotonic_us, type WireProblem } from './RealTimeWire.js';
import { connectSerial, type SerialSettings, USUAL_SETTINGS } from './SerialWire.js';
import { connectTcp } from './TcpWire.js';

/** What stands at a wire, as far as listening and one reading can tell. */
export type Probed =
  | { readonly is: 'dosetwin'; readonly identity: BlockValues<'identity'>; readonly fits: boolean }
  | { readonly is: 'modbus'; readonly answered: string }
  | { readonly is: 'text'; readonly sample: readonly string[]; readonly baud: number; readonly profiles: readonly string[] }
  | { readonly is: 'noise'; readonly bytes: number; readonly baud: number }
  | { readonly is: 'silence' }
  | { readonly is: WireProblem; readonly says: string };

export interface ProbeOptions {
  readonly wire: Controller;
  /** How long it listens before each word and after it, in ms. */
  readonly listenMs: number;
  /** Those whose lines are looked for in what is heard. */
  readonly profiles: readonly BoardProfile[];
  /** Whose status line may be asked for, since somebody has said that it is such a board. */
  readonly ask: Reading | null;
  /** What is being done, for whoever waits. */
  readonly onStep: (says: string) => void;
}

const US_PER_MS = 1_000;
const SAMPLE_LINES = 5;

/**
 * Finds out what stands at a wire. It listens first, and says nothing to a board that talks; then it reads eight input registers at the
 * usual settings, which moves nothing; then it asks for the status line of a profile that was named, if one was. It never writes.
 */
export async function probeWire(options: ProbeOptions): Promise<Probed> {
  const { onStep, listenMs, ask } = options;
  const seconds = listenMs / 1_000;
  const ear = await Ear.open(options.wire, ask === null ? USUAL_SETTINGS : settingsOf(ask));
  if (!(ear instanceof Ear)) return ear;
  try {
    onStep(`listening for ${seconds} s, saying nothing`);
    await sleep(listenMs);
    if (ask !== null) {
      // Twice, if need be: half a line that somebody else has left in the board's memory spoils the first.
      for (const again of ['', ' once more']) {
        onStep(`asking '${ask.send}'${again}, as the profile '${ask.name}' has it`);
        ear.write(lineBytes(ask.send, ask.transport));
        await sleep(listenMs);
        if (linesOf(ear).some((line) => matchPattern(ask.answer, line) !== null)) break;
      }
      return heardOf(ear, options);
    }
    if (ear.heard.length > 0) return heardOf(ear, options);
    for (const framing of options.wire.kind === 'tcp' ? (['tcp', 'rtu'] as const) : (['rtu'] as const)) {
      onStep(`reading the identity registers (Modbus ${framing === 'tcp' ? 'over TCP' : 'RTU'}, unit 1, function 4)`);
      const found = await readIdentity(ear, framing, listenMs);
      if (found !== null) return found;
    }
    return heardOf(ear, options);
  } finally {
    await ear.close();
  }
}

/** A connection that keeps what it hears. */
class Ear {
  heard: number[] = [];
  onBytes: (bytes: Uint8Array) => void = () => {};
  readonly baud: number;
  #connection: Connection | null = null;

  private constructor(baud: number) {
    this.baud = baud;
  }

  static open(wire: Controller, settings: SerialSettings): Promise<Ear | Probed> {
    const connect =
      wire.kind === 'serial' ? connectSerial(wire.path, settings) : wire.kind === 'tcp' ? connectTcp(wire.host, wire.port) : null;
    if (connect === null) throw new Error(`${wire.kind} has no wire`);
    const ear = new Ear(settings.baudRate);
    return new Promise((resolve) => {
      ear.#connection = connect({
        opened: () => resolve(ear),
        received: (bytes) => {
          ear.heard.push(...bytes);
          ear.onBytes(bytes);
        },
        gone: (is, says) => resolve({ is, says }),
      });
    });
  }

  write(bytes: Uint8Array): void {
    this.#connection?.write(bytes);
  }

  async close(): Promise<void> {
    await this.#connection?.close();
  }
}

/** What answers a reading of our identity; `null`: nobody. */
async function readIdentity(ear: Ear, framing: Framing, waitMs: number): Promise<Probed | null> {
  const master = new Master({ framing, repeats: 0, replyTimeout_us: waitMs * US_PER_MS });
  const { address, words } = blockPlace('identity');
  let outcome: Outcome | null = null;
  ear.onBytes = (bytes) => master.receive(bytes, monotonic_us());
  master.open(monotonic_us());
  master.request({ function: 4, address, count: words }, 'poll', (found) => {
    outcome = found;
  });
  while (outcome === null && !master.isBroken) {
    const bytes = master.advance(monotonic_us());
    if (bytes !== null) ear.write(bytes);
    await sleep(2);
  }
  ear.onBytes = () => {};
  return outcome === null ? null : identified(outcome);
}

function identified({ reply }: Outcome): Probed | null {
  if (reply?.is === 'exception') return { is: 'modbus', answered: `exception ${reply.code} to reading input registers 0 to 7` };
  if (reply?.is !== 'registers') return null;
  const identity = decodeBlock('identity', reply.values);
  if (identity.magic !== MAGIC) return { is: 'modbus', answered: `input registers 0 to 7 hold ${reply.values.join(' ')}` };
  return { is: 'dosetwin', identity, fits: identity.mapVersion >>> 8 === MAP_VERSION >>> 8 };
}

function linesOf({ heard }: Ear): string[] {
  return new LineReader({ charset: 'ascii' }).receive(Uint8Array.from([...heard, 0x0a]));
}

function heardOf(ear: Ear, { profiles, ask }: ProbeOptions): Probed {
  const { heard, baud } = ear;
  if (heard.length === 0) return { is: 'silence' };
  const readable = heard.filter(
    (byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09,
  ).length;
  if (readable < heard.length * 0.9) return { is: 'noise', bytes: heard.length, baud };
  const lines = linesOf(ear);
  const fitting = profiles.filter((profile) => lines.some((line) => knows(profile, line))).map(({ name }) => name);
  // However little the answer says by itself, it was asked for.
  const isAnswered = ask !== null && lines.some((line) => matchPattern(ask.answer, line) !== null);
  const names = [...new Set(isAnswered ? [ask.name, ...fitting] : fitting)];
  return { is: 'text', sample: lines.slice(0, SAMPLE_LINES), baud, profiles: names };
}

/** Whether a line is one that the profile has words for; one of a placeholder alone says nothing. */
function knows(profile: BoardProfile, line: string): boolean {
  const reading = readingOf(profile);
  if (reading === null) return false;
  const patterns = [reading.answer, ...('lines' in profile ? profile.lines.map((one) => one.line) : [])];
  return patterns.some(
    (pattern) => /[A-Za-z]{2}/.test(pattern.replace(/\{[^}]*\}/g, '')) && matchPattern(pattern, line) !== null,
  );
}

function settingsOf({ transport }: Reading): SerialSettings {
  const { baud, parity, 'data-bits': dataBits, 'stop-bits': stopBits } = transport;
  return { baudRate: baud, parity, dataBits, stopBits };
}
