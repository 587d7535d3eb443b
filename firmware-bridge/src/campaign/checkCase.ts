import { isBalanced, type LaneTruth, type TraceEntry } from '@dosetwin/twin';
import type { CampaignRig, Job } from './CampaignRig.js';
import { BOARD, type LedgerNote } from './CaseLedger.js';
import { type KeptOrder, keptOrder } from './keptRecords.js';

type OrderNote = Extract<LedgerNote, { is: 'order' }>;

/** A half turn more begins this long after the one before at the latest, in µs: the drop's window of 1 s, and some ticks. */
const SAME_MOTION_us = 1_060_000;
/** A drop is said once the beam has stayed clear for this long, in µs; its record is written within the other. */
const SURPLUS_WINDOW_us = 400_000;
const RESULT_WRITE_us = 20_000;
/** On worn cells the order is written once more, with its end, up to eight times. */
const RESULT_ELSEWHERE_us = 8 * 62_000;
/** One turn and three further half turns. */
const MOST_STARTS = 4;

/**
 * Holds the ledger against the mechanism's truth, after all has come to rest. It believes neither board nor host: motions are the
 * mechanism's own motor starts, and what the board knew when its power went is read from its EEPROM, by PROTOCOL.md.
 * Answers what is wrong, in words; nothing, when all is well.
 */
export function checkCase(rig: CampaignRig): string[] {
  const wrong: string[] = [];
  const { jobs } = rig.options;
  for (const note of rig.ledger.orders) {
    const job = jobs.find(({ cartridge }) => cartridge === note.cartridge);
    if (job === undefined) wrong.push(`order ${note.order} is for cartridge ${note.cartridge}, which nobody wanted`);
    else wrong.push(...checkOrder(rig, note, job));
  }
  wrong.push(...checkStrangers(rig), ...checkShown(rig), ...checkCounts(rig));
  return wrong;
}

function checkOrder(rig: CampaignRig, { order, cartridge, t_us }: OrderNote, job: Job): string[] {
  const starts = startsOf(rig, cartridge);
  const released = rig.entries.filter(({ kind, payload }) => kind === 'release' && payload.cartridge === cartridge).length;
  const motions = motionsOf(starts, rig);
  const says: string[] = [];
  const who = `order ${order} (cartridge ${cartridge}${job.fault ? `, ${job.fault}` : ''})`;
  if (motions > 1) says.push(`${who} began its motion ${motions} times`);
  if (starts.length > (job.fault ? MOST_STARTS : 1)) says.push(`${who}: its motor started ${starts.length} times`);
  if (!job.fault && released > 1) says.push(`${who} released ${released} packages`);
  if (starts.some((start) => start.t_us < t_us)) says.push(`${who} began before it was in the ledger`);
  const result = rig.ledger.resultOf(order);
  if (result === undefined) return [...says, `${who} has come to no end`];
  const expected = expectedOf(rig, order, job, starts.length > 0, result.t_us);
  if (result.result !== expected.result && !(result.result === 'dispensed' && wasHeard(rig, order, result.t_us)))
    says.push(`${who} is ${result.result} (${result.why}); it should be ${expected.result}: ${expected.why}`);
  if (result.result === 'refused' && (starts.length > 0 || released > 0)) says.push(`${who} was refused, and moved`);
  if (result.result === 'dispensed' && released === 0) says.push(`${who} was dispensed, and nothing was released`);
  return says;
}

function startsOf(rig: CampaignRig, cartridge: number): TraceEntry[] {
  return rig.entries.filter(({ kind, payload }) => kind === 'drive' && payload.on && payload.cartridge === cartridge);
}

/** Starts belong to one motion when nothing but the wait for a drop lies between them. */
function motionsOf(starts: readonly TraceEntry[], rig: CampaignRig): number {
  let motions = 0;
  for (const [index, start] of starts.entries()) {
    const before = starts[index - 1];
    const stop = rig.entries.findLast(({ kind, payload, t_us }) => kind === 'drive' && !payload.on && t_us <= start.t_us);
    const isSame =
      before !== undefined &&
      stop !== undefined &&
      start.t_us - stop.t_us <= SAME_MOTION_us &&
      !rig.cuts.some((cut) => cut.t_us >= before.t_us && cut.t_us <= start.t_us);
    if (!isSame) motions += 1;
  }
  return motions;
}

/** PROTOCOL.md's table, over what can be seen from outside: each loss of power, the EEPROM then and now, the mechanism. */
function expectedOf(rig: CampaignRig, order: number, job: Job, began: boolean, result_us: number) {
  const cut = rig.cuts.find(({ t_us, eeprom }) => t_us <= result_us && keptOrder(eeprom, order).is !== 'none');
  if (cut !== undefined) return byRecord(keptOrder(cut.eeprom, order), 'when the power went');
  if (!began && job.fault !== 'blind-beam')
    return { result: 'refused', why: 'its motor never turned, and no record of it was kept' };
  return byTruth(job);
}

function byRecord(kept: KeptOrder, when: string): { readonly result: string; readonly why: string } {
  if (kept.is !== 'ended') return { result: 'unknown', why: `it was in flight ${when}` };
  const { phase, mode } = kept;
  const why = `its record said ${phase}${mode ? `, ${mode}` : ''} ${when}`;
  if (phase === 'dropped') return { result: 'dispensed', why };
  if (phase === 'refused' || (phase === 'jammed' && mode === 'blind-beam')) return { result: 'refused', why };
  return { result: phase === 'recovered' ? 'recovered' : 'unknown', why };
}

/**
 * The power went while the result was being written, so that the record says nothing of it; the board had said it before, and a host
 * that heard it may know more than the table gives one that comes later. The mechanism shows that there was something to hear.
 */
function wasHeard(rig: CampaignRig, order: number, result_us: number): boolean {
  const cut = rig.cuts.find(({ t_us, eeprom }) => t_us <= result_us && keptOrder(eeprom, order).is === 'in-flight');
  if (cut === undefined) return false;
  const asked_us = rig.ledger.orders.find((note) => note.order === order)?.t_us ?? 0;
  const beams = rig.entries.filter(({ kind, t_us }) => kind === 'beam' && t_us >= asked_us && t_us <= cut.t_us);
  const last = beams.at(-1);
  const restsFor_us = last === undefined ? 0 : cut.t_us - last.t_us;
  const write_us = rig.options.worn ? RESULT_ELSEWHERE_us : RESULT_WRITE_us;
  return beams.length === 2 && restsFor_us >= SURPLUS_WINDOW_us && restsFor_us <= SURPLUS_WINDOW_us + write_us;
}

/** Its motion went on to its end with the power on, and the host could hear of it. */
function byTruth({ fault }: Job): { readonly result: string; readonly why: string } {
  if (fault === undefined) return { result: 'dispensed', why: 'it moved, undisturbed, and its package fell through the beam' };
  if (fault === 'blind-beam') return { result: 'refused', why: 'the beam was dark before its motor would have turned' };
  return { result: 'unknown', why: `its lane had a ${fault}` };
}

/** No motor may turn for which nobody asked. */
function checkStrangers(rig: CampaignRig): string[] {
  const asked = new Set(rig.ledger.orders.map(({ cartridge }) => cartridge));
  return rig.entries
    .filter(
      ({ kind, payload }) => (kind === 'drive' && payload.on && !asked.has(payload.cartridge as number)) || kind === 'matrix',
    )
    .map(({ kind, payload, t_us }) => `at ${t_us} µs, for no order: ${kind} ${JSON.stringify(payload)}`);
}

function checkShown({ shown, ledger }: CampaignRig): string[] {
  const wrong = shown
    .filter(({ wasDurable }) => !wasDurable)
    .map(({ order, result }) => `order ${order} was shown as ${result} before that was in the ledger`);
  for (const { order, result } of shown)
    if (ledger.resultOf(order)?.result !== result)
      wrong.push(`order ${order} was shown as ${result}, which the ledger does not hold`);
  return wrong;
}

/** loaded = dispensed + rejected + remaining + unknown, and each of them against where the packages are. */
function checkCounts(rig: CampaignRig): string[] {
  const balances = rig.ledger.ledger.balance(BOARD);
  return rig.options.jobs.flatMap(({ cartridge, fault }) => {
    const truth = rig.mechanism.truth(cartridge);
    const counted = balances.get(cartridge);
    const where = `cartridge ${cartridge}`;
    if (counted === undefined) return [`${where} is in no balance`];
    const { loaded, dispensed, rejected, remaining, unknown } = counted;
    const result = rig.ledger.notes.find((note) => note.is === 'result' && orderCartridge(rig, note.order) === cartridge);
    const of = (name: string) => (result?.is === 'result' && result.result === name ? 1 : 0);
    const wrong: string[] = [];
    if (!isBalanced(truth)) wrong.push(`${where}: the mechanism has lost a package: ${JSON.stringify(truth)}`);
    if (loaded !== truth.loaded || loaded !== dispensed + rejected + remaining + unknown)
      wrong.push(`${where}: ${JSON.stringify(counted)} does not balance`);
    if (dispensed !== of('dispensed') || unknown !== of('unknown') || rejected !== of('recovered'))
      wrong.push(`${where}: ${JSON.stringify(counted)} after the result ${result?.is === 'result' ? result.result : 'none'}`);
    return [...wrong, ...againstTruth(where, truth, { dispensed, remaining, unknown }, fault !== undefined)];
  });
}

function orderCartridge(rig: CampaignRig, order: number): number | undefined {
  return rig.ledger.orders.find((note) => note.order === order)?.cartridge;
}

function againstTruth(
  where: string,
  truth: LaneTruth,
  counted: { readonly dispensed: number; readonly remaining: number; readonly unknown: number },
  hasFault: boolean,
): string[] {
  const out = truth.inBox + truth.taken + truth.rejected;
  if (truth.falling !== 0) return [`${where}: a package still falls`];
  // Physics may give a second package; nothing else may differ by more than what is said to be unknown.
  const surplus = hasFault ? 1 : 0;
  const isRight =
    out >= counted.dispensed && out <= counted.dispensed + counted.unknown + surplus && truth.onCoil + out === truth.loaded;
  return isRight ? [] : [`${where}: ${JSON.stringify(counted)} and the truth ${JSON.stringify(truth)}`];
}
