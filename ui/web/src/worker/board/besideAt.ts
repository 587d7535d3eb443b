import type { TraceEntry } from '@dosetwin/twin';
import type { BesideView } from './BoardView.js';
import type { FrameLog } from './FrameLog.js';

/** What is equal may differ so much in time (SPEC H4). */
const EQUAL_WITHIN_us = 40_000;
const STATUS = 0x10;
/** Where in it the order's cartridge stands, in the high byte. */
const ORDER_MODE = 0x0b;

/** Where a chart of the board stands at `t_us`, and where the model stood when that was read. */
export function besideAt(
  address: string,
  t_us: number,
  frames: FrameLog,
  board: readonly TraceEntry[],
  model: readonly TraceEntry[],
): BesideView {
  const said = board.findLast((entry) => entry.t_us <= t_us && isState(entry, address));
  if (said === undefined) return { address, board: null, model: null, agrees: true };
  const read_us = Math.max(said.t_us, readAt(frames, address, t_us) ?? 0);
  const is = String(said.payload.is);
  const last = model.findLastIndex((entry) => entry.t_us <= read_us && isState(entry, address));
  const stood = model[last];
  return {
    address,
    board: { is, read_us },
    model: stood === undefined ? null : String(stood.payload.is),
    agrees: stood === undefined || wasThere(model, last, address, is, read_us),
  };
}

function wasThere(model: readonly TraceEntry[], last: number, address: string, is: string, read_us: number): boolean {
  for (let place = last; place >= 0; place -= 1) {
    const entry = model[place];
    if (entry === undefined || !isState(entry, address)) continue;
    if (leaves(String(entry.payload.is)) === leaves(is)) return true;
    if (entry.t_us < read_us - EQUAL_WITHIN_us) return false;
  }
  return false;
}

/** The board names its regions in another order than the model. */
function leaves(is: string): string {
  return is.split(',').sort().join();
}

function isState({ kind, source }: TraceEntry, address: string): boolean {
  return kind === 'state' && source === address;
}

/** When the status last told of this chart: of the cartridges it tells of the order's alone. */
function readAt(frames: FrameLog, address: string, t_us: number): number | null {
  const cartridge = /\/cartridge-(\d+)$/.exec(address)?.[1];
  for (let place = frames.instants.countAt(t_us) - 1; place >= 0; place -= 1) {
    if (frames.is(place) !== 'reply') continue;
    const { request, reply, t_us: read_us } = frames.frame(place);
    if (request?.function !== 4 || request.address !== STATUS || reply?.is !== 'registers') continue;
    const told = (reply.values[ORDER_MODE] ?? 0) >>> 8;
    return cartridge === undefined || told === Number(cartridge) ? read_us : null;
  }
  return null;
}
