import type { RandomStream } from '@dosetwin/twin';
import { CampaignRig, luckOf, type RigCheckpoint, type RigOptions } from './CampaignRig.js';
import { checkCase } from './checkCase.js';
import { usedEeprom } from './keptRecords.js';
import type { SavedBoard } from './placeOfCut.js';

/** What a number of cases came to. */
export interface CampaignTotals {
  cases: number;
  /** What the checker found, each with its case. */
  readonly wrong: string[];
  /** The longest that an order took from the end of all faults to its own, in µs. */
  slowest_us: number;
}

/**
 * Once faults have stopped an order in flight ends within this, in µs: up to 9 s for the longest motion (a turn and three half turns, each
 * with its second of waiting), 2 s for frames that are still on their way, 5 s until "a lower highest id" may be believed, 2 s until the
 * host has found its board again; and as much again as these might add up to in a row.
 */
export const END_WITHIN_us = 20_000_000;

export const JOBS = [{ cartridge: 41 }, { cartridge: 3 }] as const;

export function noTotals(): CampaignTotals {
  return { cases: 0, wrong: [], slowest_us: 0 };
}

/** Lets all end, holds the ledger against the truth, and adds what came of it. */
export function endCase(rig: CampaignRig, totals: CampaignTotals, name: string): void {
  const calm_us = rig.now_us;
  const inFlight = rig.ledger.openOrder();
  rig.runUntilDone(calm_us + END_WITHIN_us * (1 + rig.options.jobs.length));
  rig.runUntil(rig.now_us + 2_500_000);
  totals.cases += 1;
  const wrong = checkCase(rig);
  if (!rig.isDone) wrong.push('not everybody was served');
  const ended_us = inFlight === null ? calm_us : (rig.ledger.resultOf(inFlight.order)?.t_us ?? Number.POSITIVE_INFINITY);
  if (ended_us - calm_us > END_WITHIN_us) wrong.push(`order ${inFlight?.order} took ${ended_us - calm_us} µs to end`);
  else totals.slowest_us = Math.max(totals.slowest_us, ended_us - calm_us);
  for (const { result } of rig.ledger.notes.filter((note) => note.is === 'result')) rig.options.paths.take(`verdict: ${result}`);
  totals.wrong.push(...wrong.map((what) => `${name}: ${what}`));
}

/** A run without faults, with checkpoints from which cases branch off. */
export class PreparedRun {
  readonly rig: CampaignRig;
  readonly checkpoints: RigCheckpoint[] = [];
  /** The first order is chosen after this. */
  readonly from_us: number;
  /** When each order was written down. */
  readonly asked_us: readonly number[];
  /** Both orders have ended. */
  readonly to_us: number;

  constructor(options: RigOptions) {
    this.rig = new CampaignRig(options);
    this.rig.powerUp();
    this.rig.startHost();
    this.rig.runUntil(60_000);
    this.from_us = this.rig.now_us;
    while (!this.rig.isDone && this.rig.now_us < 30_000_000) this.#keep(this.rig.now_us + 10_000);
    this.to_us = this.rig.now_us;
    this.asked_us = this.rig.ledger.orders.map(({ t_us }) => t_us);
    for (let n = 0; n < 12; n++) this.#keep(this.rig.now_us + 10_000);
  }

  goTo(t_us: number, luckFrom = 0): CampaignRig {
    const checkpoint = this.checkpoints.findLast((one) => one.t_us <= t_us) ?? this.checkpoints[0];
    if (checkpoint === undefined || checkpoint.t_us > t_us) throw new Error(`no checkpoint before ${t_us} µs`);
    this.rig.goBackTo(checkpoint, luckFrom);
    this.rig.runUntil(t_us);
    return this.rig;
  }

  #keep(t_us: number): void {
    this.rig.runUntil(t_us);
    if (this.rig.isIdle) this.checkpoints.push(this.rig.checkpoint());
  }
}

/** What all rigs of a campaign share. */
export type Setting = Pick<RigOptions, 'paths' | 'newLedger'>;

/** Boards of all kinds of memory: new, and gone round its slots. */
export function preparedRuns(setting: Setting, options: Partial<RigOptions> = {}): PreparedRun[] {
  return [
    new PreparedRun({ ...setting, jobs: JOBS, ...options }),
    new PreparedRun({ ...setting, jobs: JOBS, eeprom: usedEeprom(0x0100_0000), ...options }),
  ];
}

/** Instants at which something begins or ends, in a run from `from_us` to `to_us`: EEPROM bytes, cam edges, motor, beam, landing. */
export function boundaries(
  run: PreparedRun,
  from_us: number,
  to_us: number,
  sampled: (rig: CampaignRig) => void = () => {},
): number[] {
  const rig = run.goTo(from_us);
  return boundariesFromHere(rig, to_us, sampled);
}

export function boundariesFromHere(rig: CampaignRig, to_us: number, sampled: (rig: CampaignRig) => void = () => {}): number[] {
  const found = new Set<number>();
  const from_us = rig.now_us;
  for (let t_us = from_us; t_us < to_us; t_us += 1_500) {
    rig.runUntil(t_us);
    sampled(rig);
    const { cells, origin } = rig.port.board.save() as unknown as SavedBoard;
    const timeOf = (cycle: number) => origin.t_us + Math.floor((cycle - origin.cycle) / 16);
    for (const { from, until } of cells.writes)
      for (const share of [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1]) found.add(timeOf(from + share * (until - from)));
  }
  for (const { t_us } of rig.entries) found.add(t_us);
  return [...found].filter((t_us) => t_us > from_us && t_us < to_us).sort((a, b) => a - b);
}

/** The power goes at this instant, is back after a while, and may go again soon after. */
export function powerCase(run: PreparedRun, totals: CampaignTotals, at_us: number, luck: RandomStream): void {
  const rig = run.goTo(at_us, luck.integer(0, 1_000_000));
  const sixteenths = luck.integer(0, 15);
  const places = [rig.cutPower(sixteenths)];
  rig.runUntil(at_us + luck.integer(1_000, 400_000));
  rig.powerUp();
  while (places.length < 3 && luck.chance(0.3)) {
    rig.runUntil(rig.now_us + luck.integer(0, 90_000));
    places.push(rig.cutPower(luck.integer(0, 15)));
    rig.options.paths.take('power cut: again, soon after the start');
    rig.runUntil(rig.now_us + luck.integer(1_000, 50_000));
    rig.powerUp();
  }
  endCase(rig, totals, `power cut at ${at_us} µs and ${sixteenths}/16 (${places.join('; then ')})`);
}

/** In each byte of each record, before and behind each of them, and at each edge in the mechanism. */
export function powerAtBoundaries(runs: readonly PreparedRun[], totals: CampaignTotals, every = 1): void {
  for (const [index, run] of runs.entries()) {
    const luck = luckOf('boundaries', index);
    const from_us = run.checkpoints[0]?.t_us ?? run.from_us;
    const instants = boundaries(run, from_us, run.to_us).flatMap((t_us) => [t_us - 1, t_us, t_us + 1]);
    for (const [n, t_us] of instants.entries()) if (n % every === index % every) powerCase(run, totals, t_us, luck);
  }
}

/** A first cut in the first order, and a second one in each byte of what the next start writes. */
export function powerInRestart(runs: readonly PreparedRun[], totals: CampaignTotals, every = 1): void {
  for (const [index, run] of runs.entries()) {
    const luck = luckOf('restart', index);
    const first_us = (run.asked_us[0] ?? 0) + 500_000;
    const restart = (luckFrom: number) => {
      const rig = run.goTo(first_us, luckFrom);
      rig.cutPower();
      rig.runUntil(rig.now_us + 20_000);
      rig.powerUp();
      return rig;
    };
    const rig = restart(0);
    const instants = boundariesFromHere(rig, rig.now_us + 75_000);
    for (const [n, t_us] of instants.entries()) {
      if (n % every !== index % every) continue;
      const again = restart(luck.integer(0, 1_000_000));
      again.runUntil(t_us);
      const place = again.cutPower(luck.integer(0, 15));
      again.options.paths.take('power cut: again, soon after the start');
      again.runUntil(again.now_us + luck.integer(1_000, 50_000));
      again.powerUp();
      endCase(again, totals, `second power cut at ${t_us} µs (${place})`);
    }
  }
}

/** In any cycle from before the first order to behind the last. */
export function powerAtRandom(runs: readonly PreparedRun[], totals: CampaignTotals, cases: number): void {
  for (let n = 0; n < cases; n++) {
    const run = runs[n % runs.length] as PreparedRun;
    const luck = luckOf('power', n);
    const last = run.checkpoints.at(-1)?.t_us ?? run.to_us;
    const first_us = run.checkpoints[0]?.t_us ?? run.from_us;
    // Half of them where records are written, which takes little of the time.
    const order = luck.integer(0, JOBS.length - 1);
    const asked_us = run.asked_us[order] ?? first_us;
    const at_us = luck.chance(0.4) ? luck.integer(asked_us, asked_us + 75_000) : luck.integer(first_us, last);
    powerCase(run, totals, at_us, luck);
  }
}
