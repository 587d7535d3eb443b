import type { TraceEntry } from '@dosetwin/twin';
import type { CaseLedger } from './CaseLedger.js';
import { keptOrder, PLACES } from './keptRecords.js';

/** What the emulated board keeps of its EEPROM's writes. */
export interface SavedBoard {
  readonly cells: {
    readonly writes: readonly {
      readonly address: number;
      readonly value: number;
      readonly from: number;
      readonly until: number;
    }[];
    readonly draws: number;
  };
  readonly origin: { readonly cycle: number; readonly t_us: number };
}

/** What may be looked at. */
export interface CutScene {
  readonly now_us: number;
  readonly ledger: CaseLedger;
  readonly entries: readonly TraceEntry[];
  readonly eeprom: Uint8Array;
  readonly beamDark: boolean;
}

const WIRE_us = 2_200;
const PHASE_BYTE = 8;

/** Where the power goes, in words, from what lies outside the program: EEPROM, mechanism, ledger. */
export function placeOfCut(rig: CutScene, board: SavedBoard, sixteenths: number): string {
  const cycle = board.origin.cycle + (rig.now_us - board.origin.t_us) * 16 + sixteenths;
  const write = board.cells.writes.find(({ from, until }) => from < cycle && cycle < until);
  const order = rig.ledger.orders.at(-1);
  if (write !== undefined) return placeOfWrite(write);
  const upFor_us = rig.now_us - board.origin.t_us;
  if (upFor_us < 60_000) return 'restarting, between writes';
  if (order === undefined) return 'idle';
  const kept = keptOrder(rig.eeprom, order.order);
  if (rig.ledger.resultOf(order.order) !== undefined) return 'after the result was heard';
  if (kept.is === 'ended') return 'result kept, not heard';
  if (kept.is === 'none') return rig.now_us < order.t_us + WIRE_us ? 'command on the wire' : 'received, nothing written';
  return placeOfMotion(rig, order.cartridge);
}

function placeOfWrite({ address, value }: { readonly address: number; readonly value: number }): string {
  if (address < PLACES.orders) return `boot record, byte ${(address - PLACES.starts) % PLACES.startBytes}`;
  const byte = (address - PLACES.orders) % PLACES.orderBytes;
  if (byte === PHASE_BYTE && value === 0xff) return `clearing a slot, byte ${byte}`;
  if (byte === 5) return value === 0 ? 'order record, byte 5' : 'clearing a slot, byte 5';
  return byte < PHASE_BYTE ? `order record, byte ${byte}` : `result, byte ${byte}`;
}

function placeOfMotion(rig: CutScene, cartridge: number): string {
  const own = rig.entries.filter(({ payload }) => payload.cartridge === cartridge);
  const drive = own.findLast(({ kind }) => kind === 'drive');
  if (drive === undefined) return 'record kept, motor not on';
  const released = own.some(({ kind }) => kind === 'release');
  if (rig.beamDark) return 'package in the beam';
  const seen = rig.entries.some(({ kind, payload, t_us }) => kind === 'beam' && payload.broken && t_us > drive.t_us - 5_000_000);
  if (released && seen) return drive.payload.on ? 'drop seen, motor on' : 'drop seen, result to come';
  if (released) return drive.payload.on ? 'package falls, motor on' : 'package falls, motor off';
  if (!drive.payload.on) return 'motor off, no drop yet';
  const left = own.some(({ kind, payload }) => kind === 'cam' && !payload.closed);
  return left ? 'coil turns' : 'motor on, coil in its notch';
}
