import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dosetwin, ROOT, temporaryFolder } from './test/dosetwin.js';
import { pythonBoard } from './test/pythonBoard.js';
import { runEntries, signalsIn } from './test/runEntries.js';

const folder = temporaryFolder();

it('a board of bare lines behind a Modbus module has its cartridges moved by the charts of the host, over a real wire', async () => {
  const board = await pythonBoard('ln8_board.py', '15', 'modbus');
  // The shipped profile describes a module behind which nothing cuts a stalled motor; behind this one there is the board LN8.
  const profile = join(folder, 'ln8-modbus.yaml');
  const shipped = readFileSync(join(ROOT, 'firmware-bridge/profiles/barelines-modbus.yaml'), 'utf8');
  const cuts = shipped
    .replace('stall-cut-off-ms: no', 'stall-cut-off-ms: 400')
    .replace('silence-cut-off-ms: no', 'silence-cut-off-ms: 500');
  writeFileSync(profile, cuts);
  const { exit, stdout, stderr } = await dosetwin([
    'run',
    'ui/cli/boards/test/one-dose-one-jam.yaml',
    ...['--controller', `profile:${profile}@serial:${board.tty}`],
    ...['--arm', '--inert-packages-only', '--operator', board.operator, '--json'],
    ...['--ledger', join(folder, 'ledger.sqlite'), '--out', join(folder, 'run')],
  ]);
  expect(exit, stderr).toBe(0);
  const { outcome, record } = JSON.parse(stdout) as { readonly outcome: string; readonly record: string };
  expect(outcome).toBe('held');
  const told = signalsIn(runEntries(record)).filter(({ cartridge }) => cartridge !== undefined);
  const of = (lane: number) => told.filter(({ cartridge }) => cartridge === lane).map(({ name }) => name as string);
  expect(of(2).slice(0, 2)).toEqual(['accepted', 'moving']);
  // On a busy machine the host may come too late to see the drop in its motion: then the lane is jammed, the package a surplus, and a visit clears it.
  expect(['dropped', 'jammed surplus cleared']).toContain(of(2).slice(2).join(' '));
  expect(of(3)).toEqual(['accepted', 'moving', 'jammed', 'cleared']);
  expect(board.really('fell')).toEqual(['fell 02 box']);
  expect(board.really('cut')).toEqual([]);
}, 240_000);
