import { join } from 'node:path';
import type { Command, Signal } from '@dosetwin/twin';
import { boardSignal } from '../wire/boardSignal.js';
import { commandRegisters } from '../wire/commandRegisters.js';
import { encodeRequest, type ModbusReply, type ModbusRequest, parseReply } from '../wire/modbusPdu.js';
import { type BlockName, blockPlace, decodeBlock } from '../wire/registerNames.js';
import { frameRtu, unframeRtu } from '../wire/rtuFrame.js';
import { buildBoard, type SourceChange } from './buildBoard.js';
import { runTool } from './toolchain.js';

/** What the pins say; what is not given is as on a machine at rest. */
export interface UnitPins {
  readonly doorOpen?: boolean;
  readonly tampered?: boolean;
  readonly flapOpen?: boolean;
  readonly boltBack?: boolean;
  readonly beamDark?: boolean;
  readonly camClosed?: boolean;
}

export interface HostUnitOptions {
  /** What the EEPROM holds as power comes on; erased unless it is given. */
  readonly kept?: Uint8Array;
  /** Cells of the EEPROM that read so whatever was written. */
  readonly worn?: readonly (readonly [address: number, byte: number])[];
  /** Firmware that is broken on purpose. */
  readonly changes?: readonly SourceChange[];
}

/** What a unit did from power-up until its script ended. */
export interface UnitLife {
  readonly drives: readonly { readonly t_us: number; readonly motor: number; readonly bolt: boolean; readonly reject: boolean }[];
  /** Bytes of EEPROM as their writing began; `done` unless the script ended before it did. */
  readonly writes: readonly UnitWrite[];
  /** In the order of the requests; a request without an answer has none. */
  readonly sent: readonly { readonly t_us: number; readonly bytes: Uint8Array }[];
  /** Of the ring, as it was found at each step of the script; each once. */
  readonly signals: readonly Signal[];
  /** Sequences that were overwritten before the script looked are missing from `signals`. */
  readonly charts: { readonly interlock: string; readonly lanes: readonly string[] };
  readonly kept: Uint8Array;
}

export interface UnitWrite {
  readonly t_us: number;
  readonly address: number;
  readonly old: number;
  readonly byte: number;
  readonly done: boolean;
}

const UNIT = 1;
const SLOT_BYTES = 16;

/** The firmware's portable part in a process of this machine, `firmware/host/board_host.c`: a script, run in one go. */
export class HostUnit {
  readonly #options: HostUnitOptions;
  readonly #lines: string[];
  #tokens = 0;

  constructor(options: HostUnitOptions = {}) {
    this.#options = options;
    const { kept, worn = [] } = options;
    this.#lines = [
      ...(kept === undefined ? [] : [`kept ${Buffer.from(kept).toString('hex')}`]),
      ...worn.map(([address, byte]) => `worn ${address} ${byte}`),
      `pins ${levelsOf({})}`,
      'on',
    ];
  }

  /** Runs on until this time since power-up, and looks at the ring unless it is told not to. */
  until(ms: number, looks = true): this {
    this.#lines.push(`until ${Math.round(ms * 1_000)}`);
    if (looks) this.#lines.push('ring');
    return this;
  }

  pins(pins: UnitPins): this {
    this.#lines.push(`pins ${levelsOf(pins)}`);
    return this;
  }

  current(milliamp: number): this {
    this.#lines.push(`current ${Math.floor(milliamp / 2)}`);
    return this;
  }

  supply(millivolt: number): this {
    this.#lines.push(`supply ${Math.floor(millivolt / 20)}`);
    return this;
  }

  bytes(bytes: Uint8Array): this {
    this.#lines.push(`bytes ${Buffer.from(bytes).toString('hex')}`);
    return this;
  }

  /** A byte that cannot be read. */
  garbled(): this {
    this.#lines.push('garbled');
    return this;
  }

  ask(request: ModbusRequest): this {
    return this.bytes(frameRtu({ unit: UNIT, pdu: encodeRequest(request) }));
  }

  /** Written to the mailbox now, with a token of its own unless one is given. */
  command(command: Command, tick = 0, token = ++this.#tokens): this {
    return this.ask({ function: 16, address: 0, values: commandRegisters({ command, tick, token }) });
  }

  run(): UnitLife {
    const program = join(buildBoard('host', this.#options.changes), 'program');
    return lifeOf(runTool(program, [], { input: [...this.#lines, 'lanes', ''].join('\n') }));
  }
}

/** The request for one block of input registers, its first repeat. */
export function readBlock(name: BlockName): ModbusRequest {
  const { address, words } = blockPlace(name);
  return { function: 4, address, count: words };
}

/** What a request was answered with. */
export function replyTo(request: ModbusRequest, { bytes }: UnitLife['sent'][number]): ModbusReply {
  const frame = unframeRtu(bytes);
  if ('error' in frame) throw new Error(`the unit sent a frame that is ${frame.error}`);
  const reply = parseReply(request, frame.pdu);
  if ('error' in reply) throw new Error(`the unit answered with a ${reply.error}`);
  return reply;
}

function levelsOf({ doorOpen, tampered, flapOpen, boltBack, beamDark, camClosed = true }: UnitPins): number {
  return [doorOpen, tampered, flapOpen, boltBack, beamDark, camClosed].reduce((sum, on, bit) => sum + (on ? 1 << bit : 0), 0);
}

function lifeOf(output: string): UnitLife {
  const drives: UnitLife['drives'][number][] = [];
  const writes: UnitWrite[] = [];
  const sent: UnitLife['sent'][number][] = [];
  const signals = new Map<number, Signal>();
  let charts = { interlock: '', lanes: [] as string[] };
  let kept = new Uint8Array();
  for (const line of output.split('\n')) {
    const [first = '', second = '', ...rest] = line.split(' ');
    const t_us = Number(first);
    const [a = 0, b = 0, c = 0] = rest.map(Number);
    if (first === 'ring') for (const signal of signalsIn(bytesOf(second))) signals.set(signal.sequence, signal);
    else if (first === 'lanes') charts = { interlock: second, lanes: rest };
    else if (first === 'kept') kept = bytesOf(second);
    else if (second === 'drive') drives.push({ t_us, motor: a, bolt: b === 1, reject: c === 1 });
    else if (second === 'write') writes.push({ t_us, address: a, old: b, byte: c, done: false });
    else if (second === 'written') writes.push({ ...(writes.pop() as UnitWrite), done: true });
    else if (second === 'sent') sent.push({ t_us, bytes: bytesOf(rest[0] ?? '') });
  }
  return { drives, writes, sent, signals: [...signals.values()].sort((x, y) => x.sequence - y.sequence), charts, kept };
}

function signalsIn(ring: Uint8Array): Signal[] {
  const registers = Array.from(
    { length: ring.length / 2 },
    (_, i) => (ring[2 * i] as number) * 256 + (ring[2 * i + 1] as number),
  );
  return Array.from({ length: ring.length / SLOT_BYTES }, (_, slot) => {
    const values = decodeBlock('ring', registers, (slot * SLOT_BYTES) / 2);
    return values.eventSequence === 0 ? null : boardSignal(1, values);
  }).filter((signal) => signal !== null);
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}
