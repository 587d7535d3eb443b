import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { MAGIC, MAP_VERSION } from '@dosetwin/firmware-bridge';
import { Ledger } from '@dosetwin/firmware-bridge/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dosetwin, ended, start, temporaryFolder } from '../test/dosetwin.js';
import { type BoardProcess, operatorOf, startBoard } from './test/BoardProcess.js';
import { TcpCable } from './test/TcpCable.js';

const SCENARIO = 'ui/cli/boards/test/one-dose-one-jam.yaml';
const NAME = 'one-dose-one-jam-7.jsonl';
const ARMED = ['--arm', '--inert-packages-only'];
const folder = temporaryFolder();
const ledger = join(folder, 'ledger.sqlite');
let board: BoardProcess;

beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => {
  board.child.kill('SIGKILL');
});

/** Somebody at a TCP port who gives this answer to whatever is asked, until the tests have ended. */
async function serverOf(answer: (request: Buffer) => Buffer | null): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (request) => {
      const bytes = answer(request);
      if (bytes !== null) socket.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const run = (controller: string, ...words: string[]) => [
  'run',
  SCENARIO,
  '--out',
  folder,
  '--ledger',
  ledger,
  '--controller',
  controller,
  ...words,
];

describe('a run that cannot have its board', () => {
  it('names an absent host, and ends with 3', async () => {
    const { exit, stderr } = await dosetwin(run('tcp:127.0.0.1:9', ...ARMED));
    expect(stderr).toMatch(/tcp:127.0.0.1:9: .*is this its address/);
    expect(exit).toBe(3);
    expect(existsSync(ledger)).toBe(false);
  });

  it('an empty ledger says so', async () => {
    const file = join(folder, 'empty.sqlite');
    new Ledger(file).close();
    expect(await dosetwin(['ledger', '--file', file])).toMatchObject({
      exit: 0,
      stdout: expect.stringMatching('The ledger is empty.'),
    });
  });

  it('names a silent one, and ends with 3', async () => {
    const port = await serverOf(() => null);
    const { exit, stderr } = await dosetwin(run(`tcp:127.0.0.1:${port}`, ...ARMED));
    expect(stderr).toContain(`tcp:127.0.0.1:${port}: nobody answers: is the board powered`);
    expect(exit).toBe(3);
  });

  it.each([
    [
      'other charts',
      [MAGIC, MAP_VERSION, 0x0100, 0x1234],
      /runs other charts \(0x1234\) than this dosetwin .*flash the firmware/,
    ],
    ['an older register map', [MAGIC, 0, 0x0100, 0x1234], /register map is version 0\.0, and this dosetwin reads version/],
    ['another device', [0x1111, 0, 0, 0], /no dosetwin board: it says 0x1111/],
  ])('refuses a board with %s by name, and ends with 3', async (_, identity, words) => {
    const port = await serverOf((request) => {
      const values = [...identity, 48, 0, 1, 1].flatMap((value) => [value >>> 8, value & 0xff]);
      return Buffer.from([...request.subarray(0, 4), 0, values.length + 3, 1, 4, values.length, ...values]);
    });
    const { exit, stderr } = await dosetwin(run(`tcp:127.0.0.1:${port}`, ...ARMED));
    expect(stderr).toMatch(words);
    expect(exit).toBe(3);
  });

  it('is refused before it starts without --arm, and with an --arm that nobody can be asked about', async () => {
    const unarmed = await dosetwin(run(`tcp:127.0.0.1:${board.modbus}`));
    expect(unarmed.stderr).toContain('motors would move: load inert packages only, and add --arm');
    const unasked = await dosetwin(run(`tcp:127.0.0.1:${board.modbus}`, '--arm'));
    expect(unasked.stderr).toContain('add --inert-packages-only if they are');
    expect([unarmed.exit, unasked.exit]).toEqual([2, 2]);
  });
});

describe('a run with a real board', { timeout: 120_000 }, () => {
  const record = join(folder, NAME);
  const cable = { current: null as TcpCable | null };
  let said = { exit: null as number | null, stdout: '', stderr: '' };

  beforeAll(async () => {
    const plug = new TcpCable(board.modbus);
    cable.current = plug;
    await plug.plugIn();
    const child = start(run(`tcp:127.0.0.1:${plug.port}`, ...ARMED, '--operator', operatorOf(board)));
    // Pulled out when the fault has been set, while nothing moves, and put back.
    child.stderr.on('data', async (text: Buffer) => {
      if (!text.toString().includes('take what lies there')) return;
      await plug.pullOut();
      setTimeout(() => void plug.plugIn(), 300);
    });
    said = await ended(child);
  }, 120_000);
  afterAll(() => cable.current?.pullOut());

  it('asks the operator, goes through an unplugged cable, and holds what the scenario expects', () => {
    expect(said.stderr).toMatch(/\[1\] At harbour-house-1.*fill up with inert packages/);
    expect(said.stderr).toContain('hold the front package in cartridge 3 back');
    expect(said.stderr).toContain('the connection has ended; it is opened again');
    expect(said.stderr).toContain('the board answers again, and the run goes on');
    expect(said.stdout).toContain('outcome held');
    expect(said.exit).toBe(0);
  });

  it('has a record that says so, and that replays by its signals', async () => {
    const text = readFileSync(record, 'utf8');
    expect(text).toContain('(armed: inert packages only)');
    const signals = text.split('\n').filter((line) => line.includes('/hinge","signal"'));
    expect(signals.map((line) => /"name":"([a-z-]+)"/.exec(line)?.[1])).toEqual(
      expect.arrayContaining(['accepted', 'moving', 'dropped', 'jammed', 'door-opened', 'door-closed', 'cleared']),
    );
    expect(text).not.toContain('"drift"');
    const again = await dosetwin(['replay', record]);
    expect(again.stdout).toMatch(/^same: /);
    expect(again.exit).toBe(0);
  });

  it('replays no record whose signal was changed', async () => {
    const other = join(folder, 'changed.jsonl');
    writeFileSync(other, readFileSync(record, 'utf8').replace('"mode":"hung-up"', '"mode":"misaligned"'));
    expect((await dosetwin(['replay', other])).exit).toBe(1);
  });

  it('has its orders in the ledger; a count takes two people', async () => {
    const shown = await dosetwin(['ledger', '--file', ledger]);
    expect(shown.stdout).toMatch(/^ +2 +14 +1 +0 +13 +0$/m);
    expect(shown.stdout).toMatch(/^ +3 +14 +0 +0 +13 +1$/m);
    expect(shown.stdout).toContain('unknown, cartridge 3: order 2, it jammed (hung-up)');
    const sign = ['ledger', 'sign', '--file', ledger, '--cartridge', '3', '--found', '13', '--rejected', '1', '--first', 'A'];
    expect((await dosetwin([...sign, '--second', 'A'])).exit).toBe(2);
    const signed = await dosetwin([...sign, '--second', 'B']);
    expect(signed.stdout).toMatch(/^ +3 +14 +0 +1 +13 +0$/m);
  });

  it('killed in an order, has it in the ledger, and the next run concludes it by the board', async () => {
    const file = join(folder, 'killed.sqlite');
    const controller = `tcp:127.0.0.1:${board.modbus}`;
    const words = ['run', SCENARIO, '--out', join(folder, 'killed'), '--ledger', file, '--controller', controller, ...ARMED];
    const child = start([...words, '--operator', operatorOf(board)]);
    const end = ended(child);
    const seen = new Ledger(file);
    await vi.waitFor(() => expect(seen.openOrders(controller)).toHaveLength(1), { timeout: 60_000, interval: 20 });
    // The order is in the ledger before its command goes; the record tells when the board has begun with it.
    const record = join(folder, 'killed', NAME);
    await vi.waitFor(() => expect(readFileSync(record, 'utf8')).toContain('"name":"moving"'), { timeout: 10_000, interval: 20 });
    child.kill('SIGKILL');
    seen.close();
    await end;
    const next = start([...words, '--operator', operatorOf(board)]);
    let stderr = '';
    next.stderr.on('data', (text: Buffer) => {
      stderr += text.toString();
    });
    await vi.waitFor(() => expect(stderr).toContain('[1]'), { timeout: 60_000, interval: 20 });
    next.kill('SIGKILL');
    expect(stderr).toMatch(/order \d+ of an earlier run: dispensed \(the board saw the drop\)/);
  });
});
