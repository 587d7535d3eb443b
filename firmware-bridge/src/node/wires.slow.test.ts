import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command, Signal } from '@dosetwin/twin';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BoardLink } from '../wire/BoardLink.js';
import type { LinkFact } from '../wire/LinkFact.js';
import type { Framing } from '../wire/ReplyReader.js';
import { monotonic_us, type RealTimeWire, type WireStanding } from './RealTimeWire.js';
import { SerialWire, serialProblem } from './SerialWire.js';
import { TcpWire } from './TcpWire.js';
import { PaperBoardServer } from './test/PaperBoardServer.js';
import { Pty } from './test/Pty.js';

const folder = mkdtempSync(join(tmpdir(), 'dosetwin-wires-'));
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A link in real time with a hinge's grid above it. */
function hostOf(framing: Framing, wireOf: (options: { link: BoardLink; onStanding: (s: WireStanding) => void }) => RealTimeWire) {
  const facts: LinkFact[] = [];
  const signals: Signal[] = [];
  const standings: WireStanding['is'][] = [];
  const onFact = (fact: LinkFact) => {
    facts.push(fact);
    // This process may stand still for longer than a command lives. Its order is the same, so that it moves once.
    if (fact.is === 'command-lost' && fact.command.name === 'vend') setImmediate(() => give(fact.command));
  };
  const link = new BoardLink({ framing, clock: 'free', cartridges: null, chartsCrc: null, onFact });
  const wire = wireOf({ link, onStanding: ({ is }) => standings.push(is) });
  const grid = setInterval(() => {
    signals.push(...link.collect(monotonic_us()));
    link.sample(monotonic_us());
    wire.turn();
  }, 20);
  closing.push(async () => {
    clearInterval(grid);
    await wire.close();
  });
  const give = (command: Command) => {
    const now_us = monotonic_us();
    link.command(command, link.tickAt(now_us + 20_000), now_us);
    wire.turn();
  };
  const command = (name: 'vend', order: number, cartridge: number) => give({ name, order, cartridge });
  const has = (is: LinkFact['is']) => facts.some((fact) => fact.is === is);
  /** What a failure is to be understood by. */
  const story = () => facts.flatMap((fact) => (/status|registers/.test(fact.is) ? [] : [JSON.stringify(fact)])).join('\n');
  return { link, wire, facts, signals, standings, command, has, story };
}

async function serverOf(framing: Framing) {
  const server = new PaperBoardServer(framing);
  const port = await server.start();
  closing.push(() => server.stop());
  return { server, port };
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const untilDropped = ({ signals, story }: ReturnType<typeof hostOf>) =>
  until(() =>
    expect(
      signals.map(({ name }) => name),
      story(),
    ).toEqual(['accepted', 'moving', 'dropped']),
  );
let ptys = 0;
function newPty(): Pty {
  ptys += 1;
  const pty = new Pty(join(folder, `tty${ptys}`));
  closing.push(() => pty.unplug());
  return pty;
}

describe('a board on a serial port', () => {
  it('is greeted, vends, goes, comes back, and nothing is lost', async () => {
    const { server, port } = await serverOf('rtu');
    const pty = newPty();
    await pty.plugIn(`TCP:127.0.0.1:${port}`);
    const host = hostOf('rtu', (options) => new SerialWire({ path: pty.path, ...options }));
    host.wire.open();
    await until(() => expect(host.link.standing).toBe('connected'));
    host.command('vend', 1, 7);
    await untilDropped(host);
    await pty.unplug();
    await until(() => expect(host.standings).toContain('unplugged'));
    expect(host.link.standing).toBe('closed');
    server.board.say('surplus', { cartridge: 3 }, monotonic_us());
    await until(() => expect(host.standings).toContain('absent'));
    await pty.plugIn(`TCP:127.0.0.1:${port}`);
    await until(() => expect(host.signals.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]));
    expect(host.standings).toEqual(['opening', 'open', 'unplugged', 'absent', 'open']);
    expect(host.facts.filter(({ is }) => is === 'connected').length).toBeGreaterThan(1);
    expect(server.board.taken).toHaveLength(1);
  });

  it('that another program has open is busy, one that does not exist absent, one that says nothing silent', async () => {
    const pty = newPty();
    await pty.plugIn('PTY,rawer');
    const first = hostOf('rtu', (options) => new SerialWire({ path: pty.path, ...options }));
    first.wire.open();
    await until(() => expect(first.wire.standing.is).toBe('open'));
    const second = hostOf('rtu', (options) => new SerialWire({ path: pty.path, ...options }));
    second.wire.open();
    await until(() => expect(second.wire.standing).toMatchObject({ is: 'busy', says: /another program has the port open/ }));
    const third = hostOf('rtu', (options) => new SerialWire({ path: join(folder, 'none'), ...options }));
    third.wire.open();
    await until(() => expect(third.wire.standing).toMatchObject({ is: 'absent' }));
    await until(() => expect(first.has('silent')).toBe(true));
    await first.wire.close();
    await until(() => expect(second.wire.standing.is).toBe('open'));
  });

  it.each([
    ['Error: Permission denied, cannot open /dev/ttyACM0', 'forbidden'],
    ['Error: No such file or directory, cannot open /dev/ttyACM0', 'absent'],
    ['Error Resource temporarily unavailable Cannot lock port', 'busy'],
    ['Error: Device or resource busy, cannot open /dev/ttyS0', 'busy'],
    ['Opening COM3: File not found', 'absent'],
    ['Opening COM3: Access denied', 'busy'],
    ['Error: Input/output error setting custom baud rate of 115200', 'failed'],
  ])('%s: %s', (message, problem) => {
    expect(serialProblem(message)).toBe(problem);
  });
});

describe('a board over TCP', () => {
  it.each(['rtu', 'tcp'] as const)('with %s frames is greeted, vends, hangs up, and is greeted again', async (framing) => {
    const { server, port } = await serverOf(framing);
    const host = hostOf(framing, (options) => new TcpWire({ host: '127.0.0.1', port, ...options }));
    host.wire.open();
    await until(() => expect(host.link.standing).toBe('connected'));
    host.command('vend', 1, 7);
    await untilDropped(host);
    server.hangUp();
    await until(() => expect(host.standings).toEqual(['opening', 'open', 'unplugged', 'open']));
    await until(() => expect(host.link.standing).toBe('connected'));
    expect(server.board.taken).toHaveLength(1);
  });

  it('that nobody serves is absent', async () => {
    const { server, port } = await serverOf('tcp');
    await server.stop();
    const host = hostOf('tcp', (options) => new TcpWire({ host: '127.0.0.1', port, ...options }));
    host.wire.open();
    await until(() => expect(host.wire.standing).toMatchObject({ is: 'absent', says: /is this its address/ }));
  });

  it('that answers in another language is said to', async () => {
    const stranger = createServer((socket) => socket.on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')));
    stranger.listen(0, '127.0.0.1');
    await until(() => expect(stranger.address()).not.toBeNull());
    closing.push(() => new Promise((resolve) => stranger.close(() => resolve())));
    const { port } = stranger.address() as { port: number };
    const host = hostOf('tcp', (options) => new TcpWire({ host: '127.0.0.1', port, ...options }));
    host.wire.open();
    await until(() => expect(host.standings).toContain('failed'));
  });

  it('that is deaf is silent', async () => {
    const { server, port } = await serverOf('tcp');
    server.isDeaf = true;
    const host = hostOf('tcp', (options) => new TcpWire({ host: '127.0.0.1', port, ...options }));
    host.wire.open();
    await until(() => expect(host.has('silent')).toBe(true));
    server.isDeaf = false;
    await until(() => expect(host.link.standing).toBe('connected'));
  });
});
