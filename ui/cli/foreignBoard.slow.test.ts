import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dosetwin-foreign-'));
/** The board's motor is a quick one. Its own times, of the gate and of its wire, are as they are. */
const TURN_s = '0.3';
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).reverse()) close();
});
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** The board VM2 as a process of its own, what it says really happened, and its side channel on a TCP port. */
async function vm2() {
  const board = spawn('python3', [join(root, 'firmware-bridge/src/profile/test/vm2_board.py'), TURN_s], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  closing.push(() => board.kill());
  const missing = once(board, 'error').then(() => {
    throw new Error('python3 is needed for this test (Debian: apt-get install python3)');
  });
  const truth: string[] = [];
  const first = new Promise<string>((resolve) => {
    createInterface({ input: board.stdout }).on('line', (line) => {
      if (line.startsWith('tty ')) resolve(line.slice(4));
      else truth.push(line);
    });
  });
  const tty = await Promise.race([first, missing]);
  const side: Server = createServer((socket) => socket.on('data', (words) => board.stdin.write(words)));
  side.listen(0, '127.0.0.1');
  await once(side, 'listening');
  closing.push(() => side.close());
  return {
    tty,
    truth,
    port: (side.address() as { port: number }).port,
    tell: (words: string) => board.stdin.write(`${words}\n`),
  };
}

async function dosetwin(args: readonly string[]): Promise<{ exit: number | null; out: string; err: string }> {
  const child: ChildProcess = spawn('npx', ['tsx', join(root, 'ui/cli/main.ts'), ...args], { cwd: root });
  closing.push(() => child.kill());
  let [out, err] = ['', ''];
  child.stdout?.on('data', (text) => {
    out += text;
  });
  child.stderr?.on('data', (text) => {
    err += text;
  });
  const [exit] = await once(child, 'close');
  return { exit: exit as number | null, out, err };
}

const LOWERED = 'no order id: silence during a vend is unknown; the host never resends';

const toBoard = (tty: string, profile = 'textline') => [
  '--controller',
  `profile:${profile}@serial:${tty}`,
  '--arm',
  '--inert-packages-only',
];
const places = (name: string) => ['--ledger', join(folder, `${name}.sqlite`), '--out', join(folder, name)];

interface Result {
  readonly outcome: string;
  readonly digest: string;
  readonly record: string;
  readonly report: string;
  readonly expectations: readonly { readonly verdict: string }[];
}
type Entry = readonly [t_us: number, level: number, source: string, kind: string, payload: Record<string, unknown>];

function entriesOf(record: string): Entry[] {
  const lines = readFileSync(record, 'utf8').trim().split('\n').slice(1, -1);
  return lines.map((line) => JSON.parse(line) as Entry);
}

describe('a board of another make, by its profile alone', () => {
  it('runs the whole of stuck-dose-no-key over a pseudo-terminal, quicker than the afternoon was, and the outcome holds', async () => {
    const { tty, truth, port } = await vm2();
    const operator = `node ${join(root, 'ui/cli/boards/test/vm2_operator.mjs')} ${port}`;
    const words = ['run', 'stuck-dose-no-key', ...toBoard(tty), '--operator', operator, ...places('run'), '--json'];
    const { exit, out, err } = await dosetwin(words);
    expect(exit, err).toBe(0);
    const { outcome, record, report, expectations } = JSON.parse(out) as Result;
    expect(outcome).toBe('held');
    expect(expectations.map(({ verdict }) => verdict)).toEqual(['held', 'held', 'held', 'held', 'held', 'met']);

    // What the board cannot promise is said at the start, in the record and in the report.
    expect(err).toContain(LOWERED);
    expect(readFileSync(report, 'utf8')).toContain(LOWERED);
    const entries = entriesOf(record);
    const ofBoard = (kind: string) => entries.filter(([, , source, one]) => source.endsWith('/board') && one === kind);
    expect(ofBoard('promise').map(([, , , , { says }]) => says)).toContain(LOWERED);

    // The jam and its mending came from the board: its words, and the hands of its operator.
    const signals = entries.filter(([, , , kind]) => kind === 'signal').map(([, , , , payload]) => payload);
    const named = (...names: string[]) => signals.filter(({ name }) => names.includes(name as string));
    expect(named('jammed')).toEqual([expect.objectContaining({ cartridge: 19, mode: 'hung-up' })]);
    expect(named('door-opened', 'door-closed', 'cleared').map(({ name }) => name)).toEqual([
      'door-opened',
      'door-closed',
      'cleared',
    ]);

    // Held against what the board itself says: each order was sent once, and each package that fell was told.
    const vends = entries.filter(([, , , kind, { name }]) => kind === 'command' && name === 'vend');
    const really = (what: string) => truth.filter((line) => line.startsWith(what));
    expect(vends.length).toBeGreaterThan(20);
    expect(really('heard V')).toHaveLength(vends.length);
    expect(really('turned')).toHaveLength(vends.length);
    expect(really('fell')).toHaveLength(named('dropped').length);

    // Six hours went by in under one minute: people's waiting was leapt over, never a motion, and the host went on polling.
    const leaps = ofBoard('leapt').map(([t_us, , , , { from_us, by_us }]) => ({ to_us: t_us, from_us, by_us }) as Leap);
    expect(leaps.reduce((sum, { by_us }) => sum + by_us, 0)).toBeGreaterThan(5.95 * 3_600_000_000);
    for (const { from_us, to_us } of motionsOf(entries))
      expect(leaps.filter((leap) => leap.from_us < to_us && leap.to_us > from_us)).toEqual([]);
    expect(really('heard ?').length).toBeGreaterThan(20);
    expect(readFileSync(report, 'utf8')).toContain('while nothing was at work at its board');

    // Done again without the board, from its signals: the same digest.
    const again = await dosetwin(['replay', record]);
    expect(again.exit, again.err).toBe(0);
  }, 120_000);

  it('is not armed without a stall cut-off of its own', async () => {
    const { tty, truth } = await vm2();
    const path = join(folder, 'no-cut-off.yaml');
    const profile = readFileSync(join(root, 'firmware-bridge/profiles/textline.yaml'), 'utf8');
    writeFileSync(path, profile.replace('stall-cut-off-ms: 300', 'stall-cut-off-ms: no'));
    const { exit, err } = await dosetwin(['run', 'stuck-dose-no-key', ...toBoard(tty, path), ...places('refused')]);
    expect(exit).toBe(2);
    expect(err).toContain("--arm is refused: the profile 'textline' says that its board has no stall cut-off of its own");
    expect(truth.filter((line) => line.startsWith('heard'))).toEqual([]);
  }, 60_000);
});

interface Leap {
  readonly from_us: number;
  readonly to_us: number;
  readonly by_us: number;
}

/** From each vend to the signal that ended it. */
function motionsOf(entries: readonly Entry[]): { readonly from_us: number; readonly to_us: number }[] {
  return entries
    .filter(([, , , kind, { name }]) => kind === 'command' && name === 'vend')
    .map(([from_us, , , , { order }]) => {
      const end = entries.find(
        ([, , , kind, payload]) => kind === 'signal' && payload.order === order && /dropped|jammed/.test(String(payload.name)),
      );
      return { from_us, to_us: end?.[0] ?? Number.POSITIVE_INFINITY };
    });
}
