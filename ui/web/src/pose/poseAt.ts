import type { BenchEntry } from '../trace/BenchEntry.js';
import type { TraceIndex } from '../trace/TraceIndex.js';
import type { MachineFacts } from '../worker/BenchFacts.js';
import { cartridgeAddress } from './cartridgeAddress.js';
import { coilDegAt, motorRuns } from './coilDegAt.js';
import type { CartridgePose, FallingPackage, MachinePose } from './MachinePose.js';
import { type ScreenWords, screenAt } from './screenAt.js';
import { sessionState } from './sessionState.js';

/** How long the picture gives to movements that the trace knows only as done. */
const DOOR_US = 1_400_000;
const FLAP_US = 300_000;
const PALM_US = 420_000;
const HANG_US = 380_000;
/** From the beam down the chute to rest in the box. */
const SLIDE_US = 520_000;
/** A verdict of the reader stays lit for so long. */
const VERDICT_US = 1_600_000;
/** No fall lasts longer: older releases need not be looked at. */
const LONGEST_FALL_US = 5_000_000;

const DOOR_OPEN_DEG = 105;
const FLAP_OPEN_DEG = 60;

/**
 * The pose of a machine at an instant, from the entries at or before it and nothing else: the same trace and time give
 * the same pose, whichever way the playhead came. `chosen` is the cartridge that the viewer looks at, or `null`.
 */
export function poseAt(
  trace: TraceIndex,
  machine: MachineFacts,
  t_us: number,
  chosen: number | null,
  words: ScreenWords,
): MachinePose {
  const body = `${machine.id}/mechanism`;
  const hung = hungCartridges(trace, body, t_us);
  const cartridges = machine.loaded.map((_, place) => cartridgeAt(trace, machine, place + 1, t_us, hung));
  const moving = focusOf(trace, machine, t_us);
  return {
    machine: machine.id,
    cartridges,
    falling: fallingAt(trace, body, t_us),
    doorDeg: DOOR_OPEN_DEG * swing(trace.last(t_us, body, 'door'), t_us, DOOR_US),
    flapDeg: FLAP_OPEN_DEG * swing(trace.last(t_us, body, 'flap'), t_us, FLAP_US),
    flapBlocked: trace.last(t_us, body, 'flap-stuck')?.payload.is === true,
    beam: beamAt(trace, body, t_us),
    palmShare: palmAt(trace, machine.id, t_us),
    reader: readerAt(trace, machine.id, t_us),
    screen: screenAt(trace, machine.id, t_us, words),
    boxPackages: boxAt(trace, body, t_us),
    inService: sessionState(trace, machine.id, t_us) !== 'outOfService',
    focusCartridge: chosen ?? hung[0] ?? moving,
    ghostCartridge: hung[0] ?? null,
  };
}

/** The cartridge of the last order, while nobody chose another. */
function focusOf(trace: TraceIndex, machine: MachineFacts, t_us: number): number | null {
  const last = trace.last(t_us, `${machine.id}/session`, 'authorised');
  return typeof last?.payload.cartridge === 'number' ? last.payload.cartridge : null;
}

function cartridgeAt(
  trace: TraceIndex,
  machine: MachineFacts,
  number: number,
  t_us: number,
  hung: readonly number[],
): CartridgePose {
  const body = `${machine.id}/mechanism`;
  const packages = packagesAt(trace, body, number, t_us, machine.loaded[number - 1] ?? 0);
  const hang = hung.includes(number) ? trace.last(t_us, body, 'hang', number) : undefined;
  const state = String(trace.last(t_us, cartridgeAddress(machine.id, number), 'state')?.payload.is ?? '');
  return {
    number,
    coilDeg: coilDegAt(trace, body, number, t_us),
    packages,
    left: leftAt(trace, body, number, t_us),
    hangShare: hang === undefined ? 0 : ease((t_us - hang.t_us) / HANG_US),
    state: stateWord(state, motorRuns(trace, body, number, t_us), packages),
  };
}

function stateWord(state: string, moving: boolean, packages: number): CartridgePose['state'] {
  if (/lockedOut/.test(state)) return 'locked-out';
  if (/jammed|hungUp|stalled|misaligned/.test(state)) return 'jammed';
  if (moving) return 'moving';
  return packages === 0 ? 'empty' : 'home';
}

/** Cartridges of which a package hangs: it has neither fallen since nor been taken out, the latest first. */
function hungCartridges(trace: TraceIndex, body: string, t_us: number): number[] {
  const hangs = trace.between(0, t_us, body, 'hang').toReversed();
  const open = hangs.filter((hang) => {
    const cartridge = Number(hang.payload.cartridge);
    return !['release', 'free', 'load', 'unload'].some((kind) => isLater(trace.last(t_us, body, kind, cartridge), hang));
  });
  return [...new Set(open.map((hang) => Number(hang.payload.cartridge)))];
}

/** What the last of the entries that count a coil's packages says. */
function packagesAt(trace: TraceIndex, body: string, cartridge: number, t_us: number, loaded: number): number {
  let latest: BenchEntry | undefined;
  for (const kind of ['release', 'free', 'load', 'unload']) {
    const entry = trace.last(t_us, body, kind, cartridge);
    if (entry !== undefined && isLater(entry, latest)) latest = entry;
  }
  return typeof latest?.payload.left === 'number' ? latest.payload.left : loaded;
}

/** Packages that have left the coil since it was last loaded, or those behind came forward. */
function leftAt(trace: TraceIndex, body: string, cartridge: number, t_us: number): number {
  const since_us = Math.max(...['load', 'unload'].map((kind) => trace.last(t_us, body, kind, cartridge)?.t_us ?? 0));
  const taken = trace
    .between(since_us, t_us, body, 'free', cartridge)
    .reduce((sum, one) => sum + Number(one.payload.removed ?? 0), 0);
  return trace.between(since_us, t_us, body, 'release', cartridge).length + taken;
}

function isLater(entry: BenchEntry | undefined, than: BenchEntry | undefined): boolean {
  return entry !== undefined && (than === undefined || entry.t_us >= than.t_us);
}

function fallingAt(trace: TraceIndex, body: string, t_us: number): FallingPackage[] {
  return trace.between(t_us - LONGEST_FALL_US, t_us, body, 'release').flatMap((release) => {
    const cartridge = Number(release.payload.cartridge);
    const fall_us = Number(release.payload.fall_us ?? 0);
    const since_us = t_us - release.t_us;
    if (since_us >= fall_us + SLIDE_US) return [];
    const fallShare = since_us < fall_us ? since_us / fall_us : 1 + (since_us - fall_us) / SLIDE_US;
    return [{ cartridge, fallShare }];
  });
}

function boxAt(trace: TraceIndex, body: string, t_us: number): number {
  const land = trace.last(t_us, body, 'land');
  const emptied = [trace.last(t_us, body, 'take'), trace.last(t_us, body, 'empty-box')];
  if (emptied.some((entry) => entry !== undefined && isLater(entry, land))) return 0;
  const free = trace.last(t_us, body, 'free');
  if (free !== undefined && isLater(free, land)) return Number(free.payload.box);
  return Math.max(0, Number(land?.payload.box ?? 0) - fallingAt(trace, body, t_us).length);
}

function beamAt(trace: TraceIndex, body: string, t_us: number): MachinePose['beam'] {
  if (trace.last(t_us, body, 'beam-blind')?.payload.is === true) return 'blind';
  return trace.last(t_us, body, 'beam')?.payload.broken === true ? 'broken' : 'lit';
}

/** 0 shut to 1 open, on the way for `way_us` after the entry that says so. */
function swing(entry: BenchEntry | undefined, t_us: number, way_us: number): number {
  if (entry === undefined) return 0;
  const share = ease((t_us - entry.t_us) / way_us);
  return entry.payload.open === true ? share : 1 - share;
}

/** A palm comes when it is presented, and goes when the session has matched it or given up. */
function palmAt(trace: TraceIndex, machine: string, t_us: number): number | null {
  const session = `${machine}/session`;
  const came = trace.last(t_us, session, 'presented');
  if (came === undefined) return null;
  const coming = ease((t_us - came.t_us) / PALM_US);
  const next = trace.next(came.t_us, session, 'state');
  if (next === undefined || next.t_us > t_us) return coming;
  const going = ease((t_us - next.t_us) / PALM_US);
  return going >= 1 ? null : coming * (1 - going);
}

function readerAt(trace: TraceIndex, machine: string, t_us: number): MachinePose['reader'] {
  const session = sessionState(trace, machine, t_us);
  if (session === 'outOfService') return 'off';
  const palm = String(trace.last(t_us, `${machine}/palm`, 'state')?.payload.is ?? '');
  if (palm.startsWith('lockedOut')) return 'locked-out';
  const attempt = trace.last(t_us, `${machine}/palm`, 'attempt');
  const fresh = attempt !== undefined && t_us - attempt.t_us < VERDICT_US;
  if (palm === 'notRecognised' || (fresh && attempt.payload.result !== 'matched')) return 'not-matched';
  if (palm === 'capturing' || palm === 'comparing') return 'capturing';
  return fresh ? 'matched' : 'idle';
}

function ease(share: number): number {
  const s = Math.min(1, Math.max(0, share));
  return s * s * (3 - 2 * s);
}
