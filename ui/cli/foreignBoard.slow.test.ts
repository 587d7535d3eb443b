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
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).reverse()) close();
});
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** The afternoon of the library with fewer people, hands that are quicker, and nothing else changed. */
function shortened(): string {
  const text = readFileSync(join(root, 'scenarios/library/stuck-dose-no-key.yaml'), 'utf8');
  const quick = 'ticket: { openDoorMs: 1 s, freeMs: 1 s, countMs: 1 s, tidyMs: 0 s, closeDoorMs: 1 s, signOffMs: 1 s }';
  const fewer = text
    .replace('    count: 29\n', '    count: 19\n')
    .replace('attendance: 85 %', 'attendance: 100 %')
    .replace('\nfaults:\n', `\nparameters:\n  ${quick}\n  person: { takesMs: 1 s }\n\nfaults:\n`);
  const path = join(folder, 'stuck-dose-no-key.yaml');
  writeFileSync(path, fewer.slice(0, fewer.indexOf('\nvariants:\n') + 1));
  return path;
}

/** The board VM2 as a process of its own, what it says really happened, and its side channel on a TCP port. */
async function vm2() {
  const board = spawn('python3', [join(root, 'firmware-bridge/src/profile/test/vm2_board.py'), '0.4'], {
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

const toBoard = (tty: string, profile = 'textline') => [
  '--controller',
  `profile:${profile}@serial:${tty}`,
  '--arm',
  '--inert-packages-only',
];
const places = (name: string) => ['--ledger', join(folder, `${name}.sqlite`), '--out', join(folder, name)];

describe('a board of another make, by its profile alone', () => {
  it('runs stuck-dose-no-key over a pseudo-terminal: the jam, the door and the clearing happen, and the outcome holds', async () => {
    const { tty, truth, port } = await vm2();
    const operator = `node ${join(root, 'ui/cli/boards/test/vm2_operator.mjs')} ${port}`;
    const { exit, out, err } = await dosetwin([
      'run',
      shortened(),
      ...toBoard(tty),
      '--operator',
      operator,
      ...places('run'),
      '--json',
    ]);
    expect(exit, err).toBe(0);
    expect(err).toContain('no order id: silence during a vend is unknown; the host never resends');
    const { outcome, record, report } = JSON.parse(out) as { outcome: string; record: string; report: string };
    expect(outcome).toBe('held');
    expect(readFileSync(report, 'utf8')).toContain('silence during a vend is unknown; the host never resends');
    const entries = readFileSync(record, 'utf8')
      .split('\n')
      .slice(1, -2)
      .map((line) => JSON.parse(line) as [number, number, string, string, Record<string, unknown>]);
    const signals = entries.filter(([, , , kind]) => kind === 'signal').map(([, , , , payload]) => payload);
    expect(signals).toContainEqual(expect.objectContaining({ name: 'jammed', cartridge: 19, mode: 'hung-up' }));
    expect(
      signals
        .filter(({ name }) => name === 'door-opened' || name === 'door-closed' || name === 'cleared')
        .map(({ name }) => name),
    ).toEqual(['door-opened', 'door-closed', 'cleared']);
    expect(entries).toContainEqual(
      expect.arrayContaining(['promise', { says: 'no order id: silence during a vend is unknown; the host never resends' }]),
    );
    // Held against what the board itself says: each order was sent once, and each package that fell was told.
    const vends = entries.filter(([, , , kind, { name }]) => kind === 'command' && name === 'vend');
    expect(truth.filter((line) => line.startsWith('heard V'))).toHaveLength(vends.length);
    expect(truth.filter((line) => line.startsWith('turned'))).toHaveLength(vends.length);
    expect(truth.filter((line) => line.startsWith('fell'))).toHaveLength(signals.filter(({ name }) => name === 'dropped').length);
  }, 400_000);

  it('is not armed without a stall cut-off of its own', async () => {
    const { tty, truth } = await vm2();
    const path = join(folder, 'no-cut-off.yaml');
    const profile = readFileSync(join(root, 'firmware-bridge/profiles/textline.yaml'), 'utf8');
    writeFileSync(path, profile.replace('stall-cut-off-ms: 300', 'stall-cut-off-ms: no'));
    const { exit, err } = await dosetwin(['run', shortened(), ...toBoard(tty, path), ...places('refused')]);
    expect(exit).toBe(2);
    expect(err).toContain("--arm is refused: the profile 'textline' says that its board has no stall cut-off of its own");
    expect(truth.filter((line) => line.startsWith('heard'))).toEqual([]);
  }, 60_000);
});
