import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dosetwin, ROOT, temporaryFolder } from './test/dosetwin.js';
import { type PythonBoard, pythonBoard } from './test/pythonBoard.js';
import { runEntries, signalsIn } from './test/runEntries.js';

const folder = temporaryFolder();

const run = ({ tty }: PythonBoard, name: string, profile = 'barelines') => [
  'run',
  'ui/cli/boards/test/one-dose-one-jam.yaml',
  ...['--controller', `profile:${profile}@serial:${tty}`],
  ...['--arm', '--inert-packages-only'],
  ...['--ledger', join(folder, `${name}.sqlite`), '--out', join(folder, name)],
];

describe('a board of bare digital lines, by its profile', () => {
  it('has its cartridges moved by the charts of the host: a dose drops, one hangs for three further half turns, and is freed', async () => {
    const board = await pythonBoard('ln8_board.py', '15');
    const { exit, stdout, stderr } = await dosetwin([...run(board, 'run'), '--operator', board.operator, '--json']);
    expect(exit, stderr).toBe(0);
    expect(stderr).toContain('bare lines: the host runs the cartridge chart');
    const { outcome, record } = JSON.parse(stdout) as { readonly outcome: string; readonly record: string };
    expect(outcome).toBe('held');
    const told = signalsIn(runEntries(record)).map(({ name, cartridge, mode }) =>
      [name, cartridge, mode].filter((word) => word !== undefined).join(' '),
    );
    expect(told).toEqual([
      ...['accepted 2', 'moving 2', 'dropped 2', 'flap-opened', 'flap-closed'],
      ...['accepted 3', 'moving 3', 'jammed 3 hung-up', 'door-opened', 'door-closed', 'cleared 3'],
    ]);
    expect(board.really('fell')).toEqual(['fell 02 box']);
    // A whole turn and three half turns.
    expect(board.really('on 03')).toHaveLength(4);
    expect(board.really('cut')).toEqual([]);
    expect(board.really('silence')).toEqual([]);
  }, 240_000);

  it('is not armed without a stall cut-off of its own, and its lines are not touched', async () => {
    const board = await pythonBoard('ln8_board.py');
    const path = join(folder, 'no-cut-off.yaml');
    const profile = readFileSync(join(ROOT, 'firmware-bridge/profiles/barelines.yaml'), 'utf8');
    writeFileSync(path, profile.replace('stall-cut-off-ms: 400', 'stall-cut-off-ms: no'));
    const { exit, stderr } = await dosetwin(run(board, 'refused', path));
    expect(exit).toBe(2);
    expect(stderr).toContain("--arm is refused: the profile 'barelines' says that its board has no stall cut-off of its own");
    expect(board.truth).toEqual([]);
  }, 60_000);
});
