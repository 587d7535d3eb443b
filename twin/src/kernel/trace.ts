import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** 0 mechanism, 1 controller, 2 dispenser, 3 world; inputs from outside are recorded at level 3. */
export type Level = 0 | 1 | 2 | 3;

/** Payloads hold safe integers, strings and booleans, nothing else (SPEC T2). */
export type PayloadValue = number | string | boolean;
export type Payload = Readonly<Record<string, PayloadValue>>;

/** One fact: at `t_us` microseconds since the scenario's start, `source` says `kind` with `payload`. */
export interface TraceEntry {
  readonly t_us: number;
  readonly level: Level;
  readonly source: string;
  readonly kind: string;
  readonly payload: Payload;
}

/** The two digests of a run (SPEC T4): levels 2 and 3 with the inputs, and levels 0 and 1. Hexadecimal, 64 characters. */
export interface TraceDigests {
  readonly upper: string;
  readonly lower: string;
}

const CHAIN_START = sha256(utf8ToBytes('dosetwin trace 1'));

/** The canonical form of an entry (SPEC T3): RFC 8785 text of `[t_us, source, kind, payload]`, keys in code-unit order. */
export function canonicalEntry(entry: TraceEntry): string {
  const { payload } = entry;
  let body = '';
  for (const key of Object.keys(payload).sort()) {
    const value = payload[key] as PayloadValue;
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      throw new RangeError(`${entry.source} ${entry.kind}: payload ${key} is ${value}; a trace holds safe integers only`);
    }
    body += `${body === '' ? '' : ','}${JSON.stringify(key)}:${JSON.stringify(value)}`;
  }
  return `[${entry.t_us},${JSON.stringify(entry.source)},${JSON.stringify(entry.kind)},{${body}}]`;
}

/** Links one entry into a chain: h = SHA-256(h ‖ canonical form in UTF-8). */
function link(head: Uint8Array, entry: TraceEntry): Uint8Array {
  return sha256(concatBytes(head, utf8ToBytes(canonicalEntry(entry))));
}

/** Two running chains that can be held in a checkpoint: their heads are all their state. */
export class TraceChain {
  #upper: Uint8Array;
  #lower: Uint8Array;

  constructor(heads?: TraceDigests) {
    this.#upper = heads ? hexToBytes(heads.upper) : CHAIN_START;
    this.#lower = heads ? hexToBytes(heads.lower) : CHAIN_START;
  }

  add(entry: TraceEntry): void {
    if (entry.level >= 2) this.#upper = link(this.#upper, entry);
    else this.#lower = link(this.#lower, entry);
  }

  get digests(): TraceDigests {
    return { upper: bytesToHex(this.#upper), lower: bytesToHex(this.#lower) };
  }
}
