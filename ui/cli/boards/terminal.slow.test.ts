import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dosetwin, ended, start, temporaryFolder } from '../test/dosetwin.js';
import { type BoardProcess, startBoard } from './test/BoardProcess.js';
import { Terminal } from './test/Terminal.js';

const SCENARIO = 'ui/cli/boards/test/two-machines.yaml';
const RECORD = 'two-machines-7.jsonl';
/** Linux lets nobody open it for writing, whoever asks. */
const NOT_WRITABLE = '/sys/devices/system/cpu/online';
const folder = temporaryFolder();
let boards: BoardProcess[] = [];
const terminals: Terminal[] = [];

beforeAll(async () => {
  boards = await Promise.all([startBoard(), startBoard()]);
}, 60_000);
afterAll(() => {
  for (const one of terminals) one.close();
  for (const { child } of boards) child.kill('SIGKILL');
});

const run = (out: string, controllers: readonly string[], ...words: string[]) => [
  'run',
  SCENARIO,
  '--out',
  join(folder, out),
  '--ledger',
  join(folder, `${out}.sqlite`),
  ...controllers.flatMap((one) => ['--controller', one]),
  ...words,
];
const board = (number: 1 | 2) => `harbour-house-${number}=tcp:127.0.0.1:${boards[number - 1]?.modbus}`;

function atTerminal(words: readonly string[]): Terminal {
  const terminal = new Terminal(words);
  terminals.push(terminal);
  return terminal;
}

describe('at a terminal', { timeout: 90_000 }, () => {
  it('--arm asks; who says anything but yes starts nothing', async () => {
    const terminal = atTerminal(run('no', [board(1)], '--arm'));
    await terminal.shows('If only inert packages are in there, type inert:');
    expect(terminal.screen).toContain('Motors of harbour-house-1 will move.');
    terminal.type('yes please');
    expect(await terminal.exit).toBe(2);
    expect(terminal.screen).toContain('Not armed: nothing was started.');
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });

  it('who says so is asked what to do at the machine, and answers; --pace 1 keeps to the clock all the time', async () => {
    const terminal = atTerminal(run('yes', [board(1)], '--arm', '--pace', '1'));
    await terminal.shows('type inert:');
    const from_ms = performance.now();
    terminal.type('inert');
    await terminal.shows('fill up with inert packages');
    expect(terminal.screen).toMatch(/\[1\] At harbour-house-1: .* Then press Enter\./);
    terminal.type('');
    await terminal.shows('take what lies there');
    const acts = connect(boards[0]?.acts ?? 0, '127.0.0.1');
    acts.resume().end('take\n');
    await once(acts, 'close');
    terminal.type('');
    expect(await terminal.exit).toBe(0);
    expect(performance.now() - from_ms).toBeGreaterThan(20_000);
    expect(terminal.screen).toMatch(/In real time: the run lagged [\d.]+ ms behind the clock on average/);
    // One screen: what the summary says is not said twice.
    expect(terminal.screen.match(/digest [0-9a-f]{64}/g)).toHaveLength(1);
    const record = readFileSync(join(folder, 'yes', RECORD), 'utf8');
    expect(record).toContain('"harbour-house-2":"model"');
    expect(record).not.toContain('"leapt"');
  });
});

describe('two real boards in one run', { timeout: 90_000 }, () => {
  it('each has its own orders, signals and ledger lines, and the record replays', async () => {
    const operator = `${process.execPath} ui/cli/boards/test/operator.mjs ${boards.map(({ acts }, i) => `harbour-house-${i + 1}=${acts}`).join(' ')}`;
    const said = await ended(start(run('two', [board(1), board(2)], '--arm', '--inert-packages-only', '--operator', operator)));
    expect(said.stdout).toContain('outcome held');
    const lines = readFileSync(join(folder, 'two', RECORD), 'utf8').split('\n');
    for (const [machine, cartridge] of [
      ['harbour-house-1', 2],
      ['harbour-house-2', 5],
    ] as const) {
      const dropped = lines.filter((line) => line.includes(`"${machine}/hinge","signal"`) && line.includes('"name":"dropped"'));
      expect(dropped).toHaveLength(1);
      expect(dropped[0]).toContain(`"cartridge":${cartridge}`);
    }
    const shown = await dosetwin(['ledger', '--file', join(folder, 'two.sqlite')]);
    for (const { modbus } of boards) expect(shown.stdout).toContain(`tcp:127.0.0.1:${modbus}`);
    expect((await dosetwin(['replay', join(folder, 'two', RECORD)])).stdout).toMatch(/^same: /);
  });
});

describe('a port that cannot be had, by its name and with exit 3', { timeout: 60_000 }, () => {
  const refused = async (path: string) => {
    const { exit, stderr } = await dosetwin(run('port', [`serial:${path}`], '--arm', '--inert-packages-only'));
    expect(exit).toBe(3);
    expect(stderr).toContain(`serial:${path}: `);
    return stderr;
  };

  it('busy: who could hold it is said', async () => {
    const path = join(folder, 'held');
    const socat = spawn('socat', [`PTY,link=${path},rawer`, `tcp:127.0.0.1:${boards[0]?.rtu},nodelay`], { stdio: 'ignore' });
    while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 5));
    const holder = spawn('flock', [path, 'sh', '-c', 'echo held; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(holder.stdout, 'data');
    try {
      expect(await refused(path)).toContain(
        'another program has the port open (a terminal program, a modem manager, another dosetwin)',
      );
    } finally {
      holder.kill('SIGKILL');
      socat.kill('SIGKILL');
    }
  });

  it('absent', async () => {
    expect(await refused('/dev/ttyNONE7')).toContain('there is no such port: is the board plugged in');
  });

  it('forbidden', async () => {
    expect(await refused(NOT_WRITABLE)).toContain('this user may not open the port; on Linux, members of its group may');
  });
});
