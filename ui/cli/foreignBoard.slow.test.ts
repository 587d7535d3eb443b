import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dosetwin, ROOT, temporaryFolder } from './test/dosetwin.js';
import { type PythonBoard, pythonBoard } from './test/pythonBoard.js';
import { type RunEntry, runEntries, signalsIn } from './test/runEntries.js';

/** The board's motor is a quick one. Its own times, of the gate and of its wire, are as they are. */
const TURN_s = '0.15';
const LOWERED = 'no order id: silence during a vend is unknown; the host never resends';
const HOUR_us = 3_600_000_000;
const folder = temporaryFolder();

interface Result {
  readonly outcome: string;
  readonly record: string;
  readonly report: string;
  readonly expectations: readonly { readonly verdict: string }[];
}

const run = ({ tty }: PythonBoard, name: string, profile = 'textline') => [
  'run',
  'stuck-dose-no-key',
  ...['--controller', `profile:${profile}@serial:${tty}`],
  ...['--arm', '--inert-packages-only'],
  ...['--ledger', join(folder, `${name}.sqlite`), '--out', join(folder, name)],
];

describe('a board of another make, by its profile alone', () => {
  it('runs the whole of stuck-dose-no-key over a pseudo-terminal, quicker than the afternoon was, and the outcome holds', async () => {
    const board = await pythonBoard('vm2_board.py', TURN_s);
    const { exit, stdout, stderr } = await dosetwin([...run(board, 'run'), '--operator', board.operator, '--json']);
    expect(exit, stderr).toBe(0);
    const { outcome, record, report, expectations } = JSON.parse(stdout) as Result;
    expect(outcome).toBe('held');
    expect(expectations.map(({ verdict }) => verdict)).toEqual(['held', 'held', 'held', 'held', 'held', 'met']);

    // What the board cannot promise is said at the start, in the record and in the report.
    expect(stderr).toContain(LOWERED);
    expect(readFileSync(report, 'utf8')).toContain(LOWERED);
    const entries = runEntries(record);
    const ofBoard = (kind: string) => entries.filter(([, , source, one]) => source.endsWith('/board') && one === kind);
    expect(ofBoard('promise').map(([, , , , { says }]) => says)).toContain(LOWERED);

    // The jam and its mending came from the board: its words, and the hands of its operator.
    expect(signalsIn(entries, 'jammed')).toEqual([expect.objectContaining({ cartridge: 19, mode: 'hung-up' })]);
    expect(signalsIn(entries, 'door-opened', 'door-closed', 'cleared').map(({ name }) => name)).toEqual([
      'door-opened',
      'door-closed',
      'cleared',
    ]);

    // Held against what the board itself says: each order was sent once, and each package that fell was told.
    const vends = entries.filter(([, , , kind, { name }]) => kind === 'command' && name === 'vend');
    expect(vends.length).toBeGreaterThan(20);
    expect(board.really('heard V')).toHaveLength(vends.length);
    expect(board.really('turned')).toHaveLength(vends.length);
    expect(board.really('fell')).toHaveLength(signalsIn(entries, 'dropped').length);

    // People's waiting was leapt over, and never a motion; the host went on polling all the while.
    const leaps = ofBoard('leapt').map(([to_us, , , , payload]) => ({ to_us, ...payload }) as Leap);
    expect(leaps.reduce((sum, { by_us }) => sum + by_us, 0)).toBeGreaterThan(5.95 * HOUR_us);
    for (const { from_us, to_us } of motionsOf(entries))
      expect(leaps.filter((leap) => leap.from_us < to_us && leap.to_us > from_us)).toEqual([]);
    expect(board.really('heard ?').length).toBeGreaterThan(20);
    expect(readFileSync(report, 'utf8')).toContain('while nothing was at work at its board');

    // Done again without the board, from its signals: the same digest.
    const again = await dosetwin(['replay', record]);
    expect(again.exit, again.stdout + again.stderr).toBe(0);
  }, 240_000);

  it('is not armed without a stall cut-off of its own', async () => {
    const board = await pythonBoard('vm2_board.py', TURN_s);
    const path = join(folder, 'no-cut-off.yaml');
    const profile = readFileSync(join(ROOT, 'firmware-bridge/profiles/textline.yaml'), 'utf8');
    writeFileSync(path, profile.replace('stall-cut-off-ms: 300', 'stall-cut-off-ms: no'));
    const { exit, stderr } = await dosetwin(run(board, 'refused', path));
    expect(exit).toBe(2);
    expect(stderr).toContain("--arm is refused: the profile 'textline' says that its board has no stall cut-off of its own");
    expect(board.really('heard')).toEqual([]);
  }, 60_000);
});

interface Leap {
  readonly from_us: number;
  readonly to_us: number;
  readonly by_us: number;
}

/** From each vend to the signal that ended it. */
function motionsOf(entries: readonly RunEntry[]): { readonly from_us: number; readonly to_us: number }[] {
  return entries
    .filter(([, , , kind, { name }]) => kind === 'command' && name === 'vend')
    .map(([from_us, , , , { order }]) => {
      const end = entries.find(
        ([, , , kind, payload]) => kind === 'signal' && payload.order === order && /dropped|jammed/.test(String(payload.name)),
      );
      return { from_us, to_us: end?.[0] ?? Number.POSITIVE_INFINITY };
    });
}
