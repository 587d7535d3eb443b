import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findScenario } from '@dosetwin/scenarios/node/library';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Seen, until } from '../../server/test/liveBench.js';
import { dosetwin, ended, start, temporaryFolder } from '../test/dosetwin.js';
import { type BoardProcess, operatorOf, startBoard } from './test/BoardProcess.js';
import { liveLinks } from './test/liveLinks.js';

const folder = temporaryFolder();
let board: BoardProcess;

beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => {
  board.child.kill('SIGKILL');
});

/** The region for some seconds, in which somebody comes to Mill Town's machine and somebody to one of Nickel Town's. */
function fewSeconds(): string {
  const found = findScenario('ten-machines');
  if ('problems' in found) throw new Error('ten-machines does not load');
  return found.scenario.text
    .replace('start: 2021-09-13T09:30', 'start: 2021-09-13T10:00')
    .replace('length: 30 h', 'length: 20 s')
    .replace(
      /\n {2}mill: .*/,
      '\n  M02: { machine: mill-1, cartridge: 2, windows: 10:00-16:00, comes: 10:00:01, home: mill-town }',
    )
    .replace(
      /\n {2}nickel-north: .*/,
      '\n  K05: { machine: nickel-2, cartridge: 5, windows: 10:00-16:00, comes: 10:00:02, home: nickel-town }',
    )
    .replace(/\nfaults:[\s\S]*$/, '\nexpectations:\n  - never: order-begins-twice\n  - never: count-out-of-balance\n');
}

it('one machine of ten is a board on a wire and nine are the model, in one live run that replays', async () => {
  const file = join(folder, 'few-seconds.yaml');
  writeFileSync(file, fewSeconds());
  const wire = ['--controller', `mill-1=tcp:127.0.0.1:${board.modbus}`, '--arm', '--inert-packages-only'];
  const kept = ['--out', folder, '--ledger', join(folder, 'ledger.sqlite'), '--pace', 'max'];
  const child = start(['live', file, ...wire, '--operator', operatorOf(board), ...kept]);
  const end = ended(child);
  const { host, hash } = new URL((await liveLinks(child)).watch);
  const watching = new Seen(`ws://${host}/live`, hash.split('=')[1]);
  await until(() => watching.state?.finished === true);
  watching.connection.leave();
  expect(watching.state?.boards.map(({ machine }) => machine)).toEqual(['mill-1']);
  const sources = (name: string) =>
    watching.entries.filter(([, , , kind, said]) => kind === 'signal' && said.name === name).map(([, , source]) => source);
  expect(sources('dropped').sort()).toEqual(['mill-1/hinge', 'nickel-2/hinge']);
  child.kill('SIGINT');
  const { exit, stdout } = await end;
  expect(stdout).toContain('outcome held');
  expect(exit).toBe(0);
  const record = join(folder, 'few-seconds-7.jsonl');
  const [header = ''] = readFileSync(record, 'utf8').split('\n');
  const { controllers } = JSON.parse(header);
  expect(controllers['mill-1']).toBe(`tcp:127.0.0.1:${board.modbus} (armed while it runs: inert packages only)`);
  expect(Object.values(controllers).filter((one) => one === 'model')).toHaveLength(9);
  expect((await dosetwin(['replay', record])).stdout).toMatch(/^same: /);
}, 120_000);
