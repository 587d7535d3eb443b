import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildBoard, type SourceChange } from '../node/buildBoard.js';
import type { Ledger } from '../node/Ledger.js';
import { luckOf, type RigOptions } from './CampaignRig.js';
import { firstCommandComesAgain, firstCommandComesLate } from './comesAgain.js';
import { memoryLedger } from './node/memoryLedger.js';
import { Paths } from './Paths.js';
import { endCase, JOBS, noTotals, PreparedRun, powerCase } from './powerCases.js';

const imageOf = (...changes: SourceChange[]) => readFileSync(join(buildBoard('avr', changes), 'program.bin'));
const change = (path: string, from: string, to: string): SourceChange => ({ path, from, to });
const optionsWith = (more: Partial<RigOptions> = {}): RigOptions => ({
  paths: new Paths(),
  newLedger: memoryLedger,
  jobs: JOBS,
  ...more,
});

// What the sources guard themselves by; broken firmware has none of it.
const GUARD = 'if (mailbox_in_flight() || command->order <= record.order) {';
const MAILBOX = 'unit/mailbox.c';

/** The order's id is written only once its motor is on. */
const STORES_LATE = [
  change(MAILBOX, '  record_store_begin_order(record.order, record.cartridge, record.kind == COMMAND_RECOVER);\n', ''),
  change(
    MAILBOX,
    '  record.mode = mode;\n  if (!mailbox_in_flight())',
    '  record.mode = mode;\n  if (phase == PHASE_MOVING) record_store_begin_order(record.order, record.cartridge, 0);\n  if (!mailbox_in_flight())',
  ),
  change(
    'unit/controller.c',
    '  if (!waits_for_record || record_store_state() == RECORD_WRITING) return;\n  waits_for_record = 0;\n  if (record_store_state() == RECORD_KEPT) begin_motion();',
    '  if (!waits_for_record) return;\n  waits_for_record = 0;\n  if (record_store_state() != RECORD_FAILED) begin_motion();',
  ),
];
const TAKES_LOWER = [
  change(MAILBOX, '  if (is_order && command->order < record.order) return REASON_STALE_ORDER;\n', ''),
  change(MAILBOX, GUARD, 'if (mailbox_in_flight()) {'),
];
const MOVES_AGAIN = [
  change(MAILBOX, '  if (is_order && command->order == record.order) return JUDGED_REPEAT;\n', ''),
  change(MAILBOX, GUARD, 'if (mailbox_in_flight()) {'),
];
const ONE = JOBS.slice(0, 1);
const LATE_us = [0, 40_000, 500_000];

/** Cuts of the power while a record is written that should have been written before, at each of these instants. */
function cutsAfterTheMotor(image?: Uint8Array): string[][] {
  const run = new PreparedRun(optionsWith(image ? { image } : {}));
  const motor_us = run.rig.entries.find(({ kind }) => kind === 'drive')?.t_us ?? 0;
  return Array.from({ length: 9 }, (_, n) => {
    const totals = noTotals();
    powerCase(run, totals, motor_us + 1 + n * 2_200, luckOf('stores late', n));
    return totals.wrong;
  });
}

describe('firmware that is broken on purpose is caught each time, and that which is not, never', () => {
  it('[W13] [B4] the order’s id is stored after the motion began', () => {
    for (const wrong of cutsAfterTheMotor(imageOf(...STORES_LATE))) expect(wrong.join()).toMatch(/was refused, and moved/);
    expect(cutsAfterTheMotor().flat()).toEqual([]);
  });

  it('[W12] [B4] a lower id is accepted', () => {
    const image = imageOf(...TAKES_LOWER);
    for (const late_us of LATE_us) {
      const [broken, right] = [noTotals(), noTotals()];
      firstCommandComesAgain(optionsWith({ image }), broken, late_us);
      firstCommandComesAgain(optionsWith(), right, late_us);
      expect(broken.wrong.join()).toMatch(/began its motion 2 times/);
      expect(right.wrong).toEqual([]);
    }
  });

  it('[W12] [B4] a repeated id moves again', () => {
    const image = imageOf(...MOVES_AGAIN);
    for (const late_us of LATE_us) {
      const [broken, right] = [noTotals(), noTotals()];
      firstCommandComesAgain(optionsWith({ image, jobs: ONE }), broken, late_us);
      firstCommandComesAgain(optionsWith({ jobs: ONE }), right, late_us);
      expect(broken.wrong.join()).toMatch(/began its motion 2 times/);
      expect(right.wrong).toEqual([]);
    }
  });
});

describe('a host that is broken on purpose is caught each time', () => {
  const cuts = (options: Partial<RigOptions>) => {
    const run = new PreparedRun(optionsWith(options));
    return Array.from({ length: 6 }, (_, n) => {
      const totals = noTotals();
      const rig = run.goTo(run.from_us + 150_000 + n * 120_000);
      rig.cutPower();
      rig.runUntil(rig.now_us + 50_000);
      rig.powerUp();
      endCase(rig, totals, `cut ${n}`);
      return totals.wrong;
    });
  };

  it('[H7] a result is shown before it is durable', () => {
    for (const wrong of cuts({ showsFirst: true }))
      expect(wrong.join()).toMatch(/was shown as \w+ before that was in the ledger/);
  });

  it('[H7] the count is bumped twice, by a result that is heard twice', async () => {
    const Broken = await brokenLedger();
    for (const wrong of cuts({ newLedger: () => new Broken(':memory:', () => 0) }))
      expect(wrong.join()).toMatch(/cartridge \d+: .* after the result/);
  });

  it('[W12] [H7] a lower highest id is believed while the command may still be on its way', () => {
    for (const late_us of [600_000, 1_200_000, 1_800_000]) {
      const [broken, right] = [noTotals(), noTotals()];
      firstCommandComesLate(optionsWith({ believesAtOnce: true, jobs: ONE }), broken, late_us);
      firstCommandComesLate(optionsWith({ jobs: ONE }), right, late_us);
      expect(broken.wrong.join()).toMatch(/was refused, and moved/);
      expect(right.wrong).toEqual([]);
    }
  });

  it('and one that is not, never', () => {
    expect(cuts({}).flat()).toEqual([]);
  });
});

/** The ledger, except that a result which comes again is written again. */
async function brokenLedger(): Promise<typeof Ledger> {
  const folder = fileURLToPath(new URL('../../../.cache/campaign', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const source = (name: string) => readFileSync(new URL(`../node/${name}`, import.meta.url), 'utf8');
  const changes = [
    ['if (before === undefined) this.#add(', 'if (before === undefined || before.says.result === result) this.#add('],
    [/ {2}CREATE UNIQUE INDEX IF NOT EXISTS one_result.*\n/, ''],
  ] as const;
  let text = source('Ledger.ts');
  for (const [from, to] of changes) {
    const broken = text.replace(from, to);
    if (broken === text) throw new Error(`the ledger does not hold ${from}`);
    text = broken;
  }
  writeFileSync(join(folder, 'ledgerBalance.ts'), source('ledgerBalance.ts'));
  writeFileSync(join(folder, 'Ledger.ts'), text);
  const module = (await import(/* @vite-ignore */ join(folder, 'Ledger.ts'))) as { Ledger: typeof Ledger };
  return module.Ledger;
}
