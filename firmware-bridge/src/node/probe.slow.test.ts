import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Signal } from '@dosetwin/twin';
import { afterEach, describe, expect, it } from 'vitest';
import { parseController } from '../controllers/Controller.js';
import { ProfileBoard } from '../profile/node/ProfileBoard.js';
import { profileNames, readProfile } from '../profile/node/readProfile.js';
import { readingOf } from '../profile/readingOf.js';
import { probeWire } from './probeWire.js';
import { PaperBoardServer } from './test/PaperBoardServer.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A board of another make as a process of its own: its port, and what it said that happened. */
async function pythonBoard(name: string, speed: string) {
  const program = fileURLToPath(new URL(`../profile/test/${name}`, import.meta.url));
  const board = spawn('python3', [program, speed], { stdio: ['pipe', 'pipe', 'inherit'] });
  closing.push(() => board.kill());
  const heard: string[] = [];
  const tty = await new Promise<string>((resolve, reject) => {
    board.once('error', () => reject(new Error('python3 is needed for this test (Debian: apt-get install python3)')));
    createInterface({ input: board.stdout }).on('line', (line) =>
      line.startsWith('tty ') ? resolve(line.slice(4)) : heard.push(line),
    );
  });
  return { wire: parseController(`serial:${tty}`), heard, tell: (words: string) => board.stdin.write(`${words}\n`) };
}

const vm2 = () => pythonBoard('vm2_board.py', '0.4');

async function paper() {
  const server = new PaperBoardServer('tcp');
  const port = await server.start();
  closing.push(() => server.stop());
  return { server, address: `tcp:127.0.0.1:${port}` };
}

const steps: string[] = [];
const usual = { listenMs: 400, profiles: profileNames().map(readProfile), ask: null, onStep: (says: string) => steps.push(says) };

describe('probe', () => {
  it('finds our board by its identity, and writes nothing to it', async () => {
    const { server, address } = await paper();
    const found = await probeWire({ ...usual, wire: parseController(address) });
    expect(found).toMatchObject({ is: 'dosetwin', fits: true, identity: { magic: 0x4457, cartridges: 48 } });
    expect(server.board.taken).toEqual([]);
  });

  it('says nothing to a board that talks, and names the profile that knows its words', async () => {
    const { wire, heard, tell } = await vm2();
    steps.length = 0;
    const probing = probeWire({ ...usual, wire, listenMs: 1_500 });
    await sleep(700);
    tell('door open');
    expect(await probing).toEqual({ is: 'text', sample: ['DOOR O'], baud: 115_200, profiles: ['textline'] });
    expect(steps).toEqual(['listening for 1.5 s, saying nothing']);
    expect(heard).toEqual([]);
  });

  it('asks for the status line of a profile that was named, and for nothing else', async () => {
    const { wire, heard } = await vm2();
    const found = await probeWire({ ...usual, wire, ask: readingOf(readProfile('textline')) });
    expect(found).toMatchObject({ is: 'text', sample: ['ST I 121 C'], baud: 9_600 });
    expect(heard).toEqual(['heard ?']);
  });

  it('asks once more where half a line lay in the memory of the board', async () => {
    const { wire, heard } = await vm2();
    // A reading of our identity is no line, and stays there.
    expect(await probeWire({ ...usual, wire, listenMs: 100 })).toEqual({ is: 'silence' });
    const found = await probeWire({ ...usual, wire, ask: readingOf(readProfile('textline')) });
    expect(found).toMatchObject({ is: 'text', sample: ['WHAT', 'ST I 121 C'], profiles: ['textline'] });
    expect(heard.at(-1)).toBe('heard ?');
  });

  it('asks for the lines of a profile of bare lines, and drives none', async () => {
    const { wire, heard } = await pythonBoard('ln8_board.py', '30');
    const found = await probeWire({ ...usual, wire, ask: readingOf(readProfile('barelines')) });
    expect(found).toEqual({ is: 'text', sample: ['L 00'], baud: 19_200, profiles: ['barelines'] });
    expect(heard).toEqual([]);
  });

  it('listens before it reads, and finds silence where nobody answers', async () => {
    const { server, address } = await paper();
    server.isDeaf = true;
    steps.length = 0;
    expect(await probeWire({ ...usual, wire: parseController(address) })).toEqual({ is: 'silence' });
    expect(steps[0]).toMatch(/^listening for 0.4 s, saying nothing/);
    expect(steps[1]).toMatch(/^reading the identity registers/);
  });

  it('says that there is no such port', async () => {
    const found = await probeWire({ ...usual, wire: parseController('serial:/dev/does-not-exist') });
    expect(found).toMatchObject({ is: 'absent', says: expect.stringContaining('there is no such port') });
  });
});

describe('a board by its profile', () => {
  async function opened(controller: string) {
    const parsed = parseController(controller);
    const board = new ProfileBoard(parsed, readProfile('profile' in parsed ? (parsed.profile ?? '') : ''));
    closing.push(() => board.close());
    await board.connect();
    const signals: Signal[] = [];
    const until = async (name: string) => {
      for (let waited = 0; waited < 10_000 && !signals.some((signal) => signal.name === name); waited += 20) {
        signals.push(...board.link.collect());
        await sleep(20);
      }
      return signals.map((signal) => [signal.name, signal.args.order]);
    };
    const vend = (order: number, cartridge: number) => {
      board.link.command({ name: 'vend', order, cartridge }, 0, board.now_us());
      board.turn();
    };
    return { board, vend, until };
  }

  it('is our own through registers alone', async () => {
    const { server, address } = await paper();
    const { vend, until, board } = await opened(`profile:reference@${address}`);
    expect(board.highestOrder).toBe(0);
    vend(70_001, 7);
    expect(await until('dropped')).toEqual([
      ['accepted', 70_001],
      ['moving', 70_001],
      ['dropped', 70_001],
    ]);
    expect(server.board.taken.map(({ command }) => command)).toEqual([{ name: 'vend', order: 70_001, cartridge: 7 }]);
  });

  it('that goes mute in a vend leaves its order without an end, and hears the vend once', async () => {
    const { wire, heard, tell } = await vm2();
    const { vend, until } = await opened(`profile:textline@serial:${(wire as { path: string }).path}`);
    vend(1, 7);
    expect(await until('moving')).toContainEqual(['moving', 1]);
    tell('mute');
    await sleep(3_000);
    expect((await Promise.race([until('dropped'), sleep(1_500, [['nothing', 0]])])).at(-1)?.[0]).not.toBe('dropped');
    expect(heard.filter((line) => line === 'heard V07')).toHaveLength(1);
    expect(heard).toContain('fell 07');
  }, 30_000);

  it('that is another is refused in words', async () => {
    const { server, address } = await paper();
    server.isDeaf = true;
    await expect(opened(`profile:reference@${address}`)).rejects.toThrow(/nobody answers as the profile 'reference' has it/);
  });
});
