import type { Payload, Signal } from '@dosetwin/twin';
import type { BlockValues } from './registerNames.js';
import { type CodeName, nameOfCode } from './wireCodes.js';

/** What level 2 knows of the board by the signals that it was given. Plain data. */
export interface Told {
  readonly doorOpen: boolean;
  readonly flapOpen: boolean;
  readonly flapStuck: boolean;
  readonly supplyLow: boolean;
  readonly tampered: boolean;
  /** The highest order of which something was said, and how far it was said to be; 0: of none. */
  readonly order: number;
  readonly phase: CodeName<'phases'> | null;
}

/** What the registers say of the same. */
export interface BoardState {
  /** Paths of the interlock's active states, `door.open`. */
  readonly interlock: readonly string[];
  readonly status: BlockValues<'status'>;
}

/** A board that has just started and said nothing. */
export const NOTHING_TOLD: Told = {
  doorOpen: false,
  flapOpen: false,
  flapStuck: false,
  supplyLow: false,
  tampered: false,
  order: 0,
  phase: null,
};

/** A signal without its place: what is concluded has none. */
export type Conclusion = Pick<Signal, 'name' | 'args'>;

const BY_SIGNAL: { readonly [name in CodeName<'signals'>]?: Partial<Told> } = {
  'door-opened': { doorOpen: true },
  'door-closed': { doorOpen: false },
  'flap-opened': { flapOpen: true },
  'flap-closed': { flapOpen: false },
  'flap-stuck': { flapStuck: true },
  'flap-freed': { flapStuck: false },
  'supply-low': { supplyLow: true },
  'supply-good': { supplyLow: false },
  'tamper-opened': { tampered: true },
  'tamper-closed': { tampered: false },
};
const OF_ORDERS: ReadonlySet<string> = new Set(['accepted', 'moving', 'dropped', 'recovered', 'jammed']);
/** Reasons that may end an order which was received (SPEC C3). */
const ENDS_ORDERS: ReadonlySet<string> = new Set(['door-open', 'supply-low']);
const ENDED: ReadonlySet<string | null> = new Set(['dropped', 'recovered', 'jammed', 'refused']);

/** What is known once this signal was given. */
export function toldBy(told: Told, { name, args }: Conclusion): Told {
  const order = args.order as number;
  if (OF_ORDERS.has(name) && order >= told.order) return { ...told, order, phase: name as CodeName<'phases'> };
  // Other refusals are of commands that the board did not keep; while an order is in flight none ends it.
  if (name === 'refused' && order >= told.order && !isInFlight(told) && ENDS_ORDERS.has(args.reason as string))
    return { ...told, order, phase: 'refused' };
  return { ...told, ...BY_SIGNAL[name] };
}

/**
 * A jam after which a package may be missing, of an order whose beginning was not told: whoever hears it must know that the motor
 * had started, or it passes for a motion that never was.
 */
export function lacksMoving(told: Told, { name, args }: Conclusion): boolean {
  const ends = name === 'dropped' || name === 'recovered' || (name === 'jammed' && args.mode !== 'blind-beam');
  return ends && !(told.order === args.order && told.phase === 'moving');
}

/** The same, read from registers: where a host begins that joins late. */
export function toldOfBoard(state: BoardState): Told {
  const { interlock, status } = state;
  return {
    doorOpen: interlock.includes('door.open'),
    flapOpen: interlock.includes('flap.open'),
    flapStuck: interlock.includes('flap.stuck'),
    supplyLow: interlock.includes('supply.low'),
    tampered: interlock.includes('tamper.opened'),
    order: status.order,
    phase: nameOfCode('phases', status.orderPhase & 0xff) ?? null,
  };
}

/** Whether an order is in flight, as far as was told. */
export function isInFlight({ phase }: Told): boolean {
  return phase !== null && !ENDED.has(phase);
}

/** Signals that bring level 2 from what it was told to what the registers say. */
export function conclusions(told: Told, state: BoardState): Conclusion[] {
  const now = toldOfBoard(state);
  const found: Conclusion[] = orderConclusion(told, state).flatMap((end) =>
    lacksMoving(told, end) ? [movingOf(end), end] : [end],
  );
  const compare = (key: keyof Told, on: CodeName<'signals'>, off: CodeName<'signals'>) => {
    if (told[key] !== now[key]) found.push({ name: now[key] ? on : off, args: {} });
  };
  compare('doorOpen', 'door-opened', 'door-closed');
  compare('flapOpen', 'flap-opened', 'flap-closed');
  compare('flapStuck', 'flap-stuck', 'flap-freed');
  compare('supplyLow', 'supply-low', 'supply-good');
  compare('tampered', 'tamper-opened', 'tamper-closed');
  return found;
}

/** The motion that this end had. */
export function movingOf({ args }: Conclusion): Conclusion {
  return { name: 'moving', args: { order: args.order as number, cartridge: args.cartridge as number } };
}

function orderConclusion(told: Told, { status, interlock }: BoardState): Conclusion[] {
  const { order, orderMode } = status;
  const phase = nameOfCode('phases', status.orderPhase & 0xff);
  if (order === 0 || order < told.order || phase === undefined || phase === 'received') return [];
  if (order === told.order && (told.phase === phase || ENDED.has(told.phase))) return [];
  const args: Payload = { order, cartridge: orderMode >>> 8 };
  if (phase === 'jammed')
    return [{ name: phase, args: { ...args, mode: nameOfCode('modes', orderMode & 0xff) ?? 'interrupted' } }];
  if (phase !== 'refused') return [{ name: phase, args }];
  // An order that was received is refused for one of two reasons alone (SPEC C3), and the record does not hold which.
  const reason = interlock.includes('supply.low') ? 'supply-low' : 'door-open';
  return [{ name: phase, args: { ...args, reason, command: nameOfCode('commands', status.orderPhase >>> 8) ?? 'vend' } }];
}
