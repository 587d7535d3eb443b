import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { dosetwin, ended, start, temporaryFolder } from './test/dosetwin.js';

const run = promisify(execFile);
const folder = temporaryFolder();

/** A port that is free now, and one that is not until `release`. */
async function takenPort(): Promise<{ port: number; release: () => Promise<void> }> {
  // Whoever connects is heard and never answered.
  const server = createServer((socket) => void socket.on('error', () => {}).resume());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as { port: number };
  return { port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function said(child: ReturnType<typeof start>, words: RegExp): Promise<void> {
  let text = '';
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        text += String(part);
        if (words.test(text)) resolve();
      });
  });
}

describe('dosetwin board', () => {
  it('serves the board to mbpoll until Ctrl-C, and says how far it lagged', async () => {
    const { port, release } = await takenPort();
    await release();
    const child = start(['board', '--modbus-tcp', String(port), '--cartridges', '12', '--fault', 'hang-up@7']);
    const end = ended(child);
    await said(child, /Ctrl-C closes/);
    const { stdout } = await run('mbpoll', [
      '-m',
      'tcp',
      '-a',
      '1',
      '-0',
      '-t',
      '3',
      '-r',
      '0',
      '-c',
      '8',
      '-1',
      '-p',
      String(port),
      '127.0.0.1',
    ]);
    expect(stdout).toMatch(/\[0\]:\s+17495/);
    child.kill('SIGINT');
    const { exit, stdout: printed, stderr } = await end;
    expect(exit).toBe(130);
    expect(printed).toBe(`modbus-tcp 127.0.0.1:${port}\n`);
    expect(stderr).toMatch(/Closed\. The board lagged \d+\.\d\d ms/);
  });

  it('a port that is in use is refused with exit 3, a fault that there is not with 2', async () => {
    const { port, release } = await takenPort();
    const busy = await dosetwin(['board', '--rtu-tcp', String(port)]);
    expect([busy.exit, busy.stderr]).toEqual([3, `Port ${port} is in use on this machine. Choose another.\n`]);
    await release();
    const none = await dosetwin(['board', '--rtu-tcp', String(port), '--fault', 'jam@3']);
    expect(none.exit).toBe(2);
    expect(none.stderr).toMatch(/There is no fault 'jam'/);
    expect((await dosetwin(['board'])).exit).toBe(2);
  });
});

describe('dosetwin conform', () => {
  it('holds the emulated board against every rule: exit 0, a table, and JUnit', async () => {
    const junit = join(folder, 'conform.xml');
    const { exit, stdout } = await dosetwin(['conform', '--controller', 'emulated', '--junit', junit]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^\d\d held, 0 broken, 2 not tried$/m);
    expect(readFileSync(junit, 'utf8')).toMatch(/failures="0"/);
  });

  it('says where nobody answers, and what is no controller', async () => {
    const { port, release } = await takenPort();
    const silent = await dosetwin(['conform', '--controller', `tcp:127.0.0.1:${port}`]);
    expect([silent.exit, silent.stderr]).toEqual([
      3,
      `tcp:127.0.0.1:${port}: nobody answers there. Is the board on, at 115200 baud, as unit 1?\n`,
    ]);
    await release();
    const absent = await dosetwin(['conform', '--controller', 'serial:no-such-port', '--json']);
    expect(absent.exit).toBe(3);
    expect(JSON.parse(absent.stdout)).toMatchObject({ error: { exit: 3 } });
    expect((await dosetwin(['conform', '--controller', 'model'])).exit).toBe(2);
    expect((await dosetwin(['conform', '--controller', 'nonsense'])).exit).toBe(2);
  });
});
