import type { BenchEntry } from '../trace/BenchEntry.js';
import type { TraceIndex } from '../trace/TraceIndex.js';
import type { BenchFacts, ContactFacts } from '../worker/BenchFacts.js';

/** Where somebody who helps is at an instant, as their chart and their rounds tell. */
export interface Whereabouts {
  readonly contact: string;
  readonly role: string;
  readonly is: 'free' | 'gettingReady' | 'travelling' | 'onSite' | 'goingHome' | 'onRounds';
  /** The machine that they go to, stand at or come from. */
  readonly machine: string | null;
  /** The site of that machine, or of the round. */
  readonly site: string | null;
  /** The site that they start from, their base or that of the machine before; `null`: from elsewhere. */
  readonly base: string | null;
  /** How much of the way from base to site lies behind them, 0..1. */
  readonly share: number;
  readonly since_us: number;
  readonly distanceKm: number | null;
}

const US_PER_MIN = 60_000_000;
/** Where a drive takes longer than usual, the sign waits just before the end. */
const ALMOST = 0.96;
/** Of an elsewhere that nobody measured. */
const UNKNOWN_MIN = 30;
const ROUTES = new Set(['gettingReady', 'travelling', 'onSite', 'goingHome']);

/**
 * A function of the trace up to the instant: the end of a journey is not looked up ahead. Underway, the share is what the usual
 * drive would have covered by now.
 */
export function whereabouts(trace: TraceIndex, facts: BenchFacts, contact: ContactFacts, t_us: number): Whereabouts {
  const { id, role } = contact;
  const state = trace.last(t_us, id, 'state');
  const is = String(state?.payload.is ?? 'free');
  if (!ROUTES.has(is)) return onRounds(trace, contact, t_us) ?? still(contact, state?.t_us ?? 0);
  const since_us = state?.t_us ?? 0;
  const machine = machineOf(trace, id, is, t_us);
  const siteOf = (name: string | null) => facts.machines.find((one) => one.id === name)?.site ?? null;
  const site = siteOf(machine);
  const drive = trace.last(t_us, id, 'drives');
  const metres = drive?.payload.distance_m;
  const base = siteOf(textOf(drive?.payload.from)) ?? contact.base;
  const distanceKm = typeof metres === 'number' ? metres / 1000 : null;
  const share = shareOf(trace, id, is, t_us, usual_us(facts, contact, distanceKm));
  return { contact: id, role, is: is as Whereabouts['is'], machine, site, base, share, since_us, distanceKm };
}

function still({ id, role, base }: ContactFacts, since_us: number): Whereabouts {
  return { contact: id, role, is: 'free', machine: null, site: null, base, share: 0, since_us, distanceKm: null };
}

function onRounds(trace: TraceIndex, contact: ContactFacts, t_us: number): Whereabouts | null {
  const rounds = `${contact.id}/rounds`;
  const began = trace.last(t_us, rounds, 'round-began');
  const ended = trace.last(t_us, rounds, 'round-ended');
  // A round that ends as the next begins ends first.
  if (began === undefined || (ended !== undefined && ended.t_us > began.t_us)) return null;
  return { ...still(contact, began.t_us), is: 'onRounds', site: String(began.payload.site), share: 1 };
}

/** Each step on the way names the machine; whoever gets ready has said to whom they come, or keeps the oldest promise. */
function machineOf(trace: TraceIndex, id: string, is: string, t_us: number): string | null {
  if (is === 'gettingReady') return promisedTo(trace, id, t_us);
  const kind = { travelling: 'set-off', onSite: 'on-site' }[is] ?? 'went-home';
  return textOf(trace.last(t_us, id, kind)?.payload.machine);
}

function promisedTo(trace: TraceIndex, id: string, t_us: number): string | null {
  const said = trace.between(0, t_us, id, 'answered');
  const last = said.at(-1);
  if (last?.payload.answer === 'coming') return textOf(last.payload.machine);
  const kept = ({ t_us: at_us, payload }: BenchEntry) =>
    trace.between(at_us, t_us, id, 'set-off').some((one) => one.payload.machine === payload.machine);
  return textOf(said.find((one) => one.payload.answer === 'comes-when-free' && !kept(one))?.payload.machine);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** By the road at its usual speed, or as the scenario says how long they travel. */
function usual_us(facts: BenchFacts, { likelyMin }: ContactFacts, distanceKm: number | null): number {
  if (distanceKm === null) return (likelyMin ?? UNKNOWN_MIN) * US_PER_MIN;
  const kmh = facts.parameters.find(({ name }) => name === 'travel.roadKmh')?.value ?? 80;
  return (distanceKm / kmh) * 60 * US_PER_MIN;
}

function shareOf(trace: TraceIndex, id: string, is: string, t_us: number, way_us: number): number {
  const covered = (from_us: number, to_us: number) => Math.min(ALMOST, (to_us - from_us) / Math.max(1, way_us));
  const setOff_us = trace.last(t_us, id, 'set-off')?.t_us ?? t_us;
  if (is === 'gettingReady') return 0;
  if (is === 'travelling') return covered(setOff_us, t_us);
  if (is === 'onSite') return 1;
  const turned_us = trace.last(t_us, id, 'went-home')?.t_us ?? t_us;
  const arrived_us = trace.last(t_us, id, 'on-site')?.t_us ?? -1;
  if (arrived_us >= setOff_us) return 1 - covered(turned_us, t_us);
  // Called off on the way: home after as long as they have travelled.
  const back = (t_us - turned_us) / Math.max(1, turned_us - setOff_us);
  return covered(setOff_us, turned_us) * Math.max(0, 1 - back);
}
