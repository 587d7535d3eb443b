import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Seen, until } from '../../server/test/liveBench.js';
import { dosetwin, ended, start, temporaryFolder } from '../test/dosetwin.js';
import { type BoardProcess, operatorOf, startBoard } from './test/BoardProcess.js';
import { liveLinks } from './test/liveLinks.js';
import { TcpCable } from './test/TcpCable.js';

/** At the first machine stands the board, at the second the model. */
const SCENARIO = 'ui/cli/boards/test/two-machines.yaml';
const folder = temporaryFolder();
const viewers: Seen[] = [];
let board: BoardProcess;

beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => {
  for (const one of viewers) one.connection.leave();
  board.child.kill('SIGKILL');
});

async function follow(link: string): Promise<Seen> {
  const { host, hash } = new URL(link);
  const seen = new Seen(`ws://${host}/live`, hash.split('=')[1]);
  viewers.push(seen);
  await until(() => seen.state !== null);
  return seen;
}

const words = (controller: string, ...more: string[]) => [
  'live',
  SCENARIO,
  '--out',
  folder,
  '--ledger',
  join(folder, 'ledger.sqlite'),
  '--pace',
  'max',
  '--controller',
  `harbour-house-1=${controller}`,
  ...more,
];

describe('a live run with a real board', { timeout: 120_000 }, () => {
  it('waits until it is armed by the link that may, is shared, goes through an unplugged cable, and replays', async () => {
    const cable = new TcpCable(board.modbus);
    await cable.plugIn();
    const child = start(words(`tcp:127.0.0.1:${cable.port}`, '--operator', operatorOf(board)));
    const end = ended(child);
    const links = await liveLinks(child);
    const [watching, acting, arming] = [await follow(links.watch), await follow(links.act), await follow(links.arm ?? '')];
    const machine = 'harbour-house-1';
    expect(watching.state).toMatchObject({ armed: false, paused: true, now_us: 0, boards: [{ machine, answers: true }] });
    expect(await acting.connection.ask({ type: 'arm', inert: true })).toMatchObject({ is: 'refused' });
    expect(await arming.connection.ask({ type: 'arm', inert: true })).toEqual({ is: 'done' });
    await until(() => watching.state?.armed === true);
    // The machine is filled first, by whoever stands there, and then the run goes on.
    expect(await acting.connection.ask({ type: 'control', pause: false })).toEqual({ is: 'done' });
    const kindsOfBoard = () =>
      watching.entries.filter(([, , source]) => source === `${machine}/board`).map(([, , , kind]) => kind);
    await until(() => watching.entries.some(([, , , kind, { act }]) => kind === 'done' && act === 'take'));
    await cable.pullOut();
    await until(() => watching.state?.boards[0]?.answers === false);
    await cable.plugIn();
    await until(() => watching.state?.boards[0]?.answers === true);
    await until(() => watching.state?.finished === true);
    expect(watching.state?.verdicts.map(({ verdict }) => verdict)).toEqual(['held', 'held']);
    const dropped = watching.entries.filter(([, , , kind, { name }]) => kind === 'signal' && name === 'dropped');
    expect(dropped.map(([, , source]) => source)).toEqual([`${machine}/hinge`, 'harbour-house-2/hinge']);
    expect(kindsOfBoard()).toEqual(expect.arrayContaining(['joined', 'armed', 'prompt', 'done', 'wire']));
    child.kill('SIGINT');
    const { exit, stdout } = await end;
    expect(stdout).toContain('outcome held');
    expect(exit).toBe(0);
    await cable.pullOut();
    const record = join(folder, 'two-machines-7.jsonl');
    const text = readFileSync(record, 'utf8');
    expect(text).toContain('(armed while it runs: inert packages only)');
    expect(text).toContain('"harbour-house-2":"model"');
    expect((await dosetwin(['replay', record])).stdout).toMatch(/^same: /);
  });

  it('withholds every motion while it is not armed, says so, and lets a browser answer what is asked', async () => {
    // On a serial port this time, which socat makes of the wire's bytes.
    const path = join(folder, 'board');
    const socat = spawn('socat', [`PTY,link=${path},rawer`, `tcp:127.0.0.1:${board.rtu},nodelay`], { stdio: 'ignore' });
    await until(() => existsSync(path));
    const child = start(words(`serial:${path}`));
    const end = ended(child);
    const links = await liveLinks(child);
    const arming = await follow(links.arm ?? '');
    expect(arming.state?.boards).toEqual([{ machine: 'harbour-house-1', port: `serial:${path}`, answers: true }]);
    expect(await arming.connection.ask({ type: 'arm', inert: true })).toEqual({ is: 'done' });
    await until(() => arming.state?.prompts.length === 1);
    expect(arming.state?.prompts[0]?.says).toContain('fill up with inert packages');
    expect(await arming.connection.ask({ type: 'answer', prompt: 1 })).toEqual({ is: 'done' });
    expect(await arming.connection.ask({ type: 'disarm' })).toEqual({ is: 'done' });
    expect(await arming.connection.ask({ type: 'control', pause: false })).toEqual({ is: 'done' });
    await until(() => arming.entries.some(([, , , kind]) => kind === 'withheld'));
    child.kill('SIGINT');
    // A run in which nothing moves is soon over: it may have finished before it was stopped.
    expect([0, 130]).toContain((await end).exit);
    socat.kill('SIGKILL');
    const signals = arming.entries.filter(([, , source, kind]) => source === 'harbour-house-1/hinge' && kind === 'signal');
    expect(signals.some(([, , , , { name }]) => name === 'moving')).toBe(false);
  });
});
