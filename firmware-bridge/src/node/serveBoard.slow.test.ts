import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import ModbusRTU from 'modbus-serial';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conformOnSeveral } from '../conform/conformOnSeveral.js';
import type { Finding } from '../conform/runConformance.js';
import { MAGIC, MAP_VERSION } from '../wire/registerMap.js';
import { frameRtu } from '../wire/rtuFrame.js';
import { RealLine } from './RealLine.js';
import { type ServedBoard, serveBoard } from './serveBoard.js';

const run = promisify(execFile);
/** Magic, map, firmware 1.0, charts, 48 fitted, first start, power-on. */
const IDENTITY = [MAGIC, MAP_VERSION, 0x0101, expect.any(Number), 48, 0, 1, 1];

/** What mbpoll prints: `[32]: <tab> 12000`. */
async function mbpoll(...words: string[]): Promise<number[]> {
  const { stdout } = await run('mbpoll', ['-a', '1', '-0', '-t', '3', '-1', ...words]);
  return [...stdout.matchAll(/^\[\d+\]:\s+(\d+)/gm)].map(([, value]) => Number(value));
}

/** What comes of each check on one of three served boards. */
async function conformOverTcp(onFault: (error: unknown) => void): Promise<Finding[]> {
  const three = await Promise.all([1, 2, 3].map(() => serveBoard({ modbusTcpPort: 0, onFault })));
  const lines = await Promise.all(three.map(({ modbusTcpPort }) => RealLine.tcp('127.0.0.1', modbusTcpPort ?? 0)));
  try {
    return await conformOnSeveral(lines as [RealLine, RealLine, RealLine]);
  } finally {
    for (const line of lines) await line.close();
    for (const board of three) await board.close();
  }
}

describe('the emulated board, served', () => {
  const faults: unknown[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'dosetwin-pty-'));
  const pty = join(folder, 'board');
  let served: ServedBoard;
  /** Boards of its own, asked while the other tests go on. */
  let conforming: Promise<Finding[]>;
  let socat: ReturnType<typeof spawn>;
  beforeAll(async () => {
    served = await serveBoard({ rtuTcpPort: 0, modbusTcpPort: 0, onFault: (error) => faults.push(error) });
    const link = [`pty,raw,echo=0,link=${pty}`, `tcp:127.0.0.1:${served.rtuTcpPort},nodelay`];
    socat = spawn('socat', link, { stdio: 'inherit' });
    for (let look = 0; look < 100 && !existsSync(pty); look++) await setTimeout(50);
    conforming = conformOverTcp((error) => faults.push(error));
  });
  afterAll(async () => {
    socat.kill();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
    expect(faults).toEqual([]);
  });

  it('mbpoll reads identity and counters over Modbus TCP', async () => {
    const port = String(served.modbusTcpPort);
    expect(await mbpoll('-m', 'tcp', '-p', port, '-r', '0', '-c', '8', '127.0.0.1')).toEqual(IDENTITY);
    const before = await mbpoll('-m', 'tcp', '-p', port, '-r', '32', '-c', '18', '127.0.0.1');
    const after = await mbpoll('-m', 'tcp', '-p', port, '-r', '32', '-c', '18', '127.0.0.1');
    expect(before[1]).toBe(12_000);
    // [W5] framesHeard, the high register first: each reading is one frame.
    expect([after[4], (after[5] ?? 0) - (before[5] ?? 0)]).toEqual([0, 1]);
  });

  it('mbpoll reads identity and counters over RTU, through a pseudo-terminal', async () => {
    const rtu = ['-m', 'rtu', '-b', '115200', '-P', 'none'];
    expect(await mbpoll(...rtu, '-r', '0', '-c', '8', pty)).toEqual(IDENTITY);
    expect((await mbpoll(...rtu, '-r', '32', '-c', '18', pty))[1]).toBe(12_000);
  });

  it('modbus-serial reads and is refused over Modbus TCP as PROTOCOL.md says', async () => {
    const client = new ModbusRTU();
    await client.connectTCP('127.0.0.1', { port: served.modbusTcpPort ?? 0 });
    client.setID(1);
    client.setTimeout(10_000);
    // What the others were answered went over the same wire.
    await setTimeout(200);
    try {
      expect((await client.readInputRegisters(0, 8)).data).toEqual(IDENTITY);
      await expect(client.readInputRegisters(0x0410, 1)).rejects.toMatchObject({ modbusCode: 2 });
      await expect(client.writeRegister(0x10, 49)).rejects.toMatchObject({ modbusCode: 3 });
      client.setID(2);
      await expect(client.readInputRegisters(0, 8)).rejects.toMatchObject({ modbusCode: 11 });
    } finally {
      await new Promise<void>((resolve) => client.close(() => resolve()));
    }
  });

  it('modbus-serial reads over RTU, through a pseudo-terminal', async () => {
    const client = new ModbusRTU();
    await client.connectRTUBuffered(pty, { baudRate: 115_200 });
    client.setID(1);
    client.setTimeout(10_000);
    // What the others were answered went over the same wire.
    await setTimeout(200);
    try {
      expect((await client.readInputRegisters(0, 8)).data).toEqual(IDENTITY);
      expect((await client.readInputRegisters(0x20, 2)).data[1]).toBe(12_000);
    } finally {
      await new Promise<void>((resolve) => client.close(() => resolve()));
    }
  });

  it('several clients queue on one wire, and each gets its own answer', async () => {
    const lines = await Promise.all([1, 2, 3, 4].map(() => RealLine.tcp('127.0.0.1', served.modbusTcpPort ?? 0)));
    const asked = lines.map(async (line, index) => {
      for (let n = 0; n < 10; n++) line.send(Uint8Array.of(index, n, 0, 0, 0, 6, 1, 4, 0, index, 0, 1));
      const heard: number[] = [];
      while (heard.length < 10 * 11) {
        await line.listen(2_000_000);
        for (const { bytes } of line.take()) heard.push(...bytes);
      }
      return heard;
    });
    for (const [index, heard] of (await Promise.all(asked)).entries()) {
      expect(heard.filter((_, at) => at % 11 === 0)).toEqual(Array.from({ length: 10 }, () => index));
      expect(heard.filter((_, at) => at % 11 === 1)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
    await Promise.all(lines.map((line) => line.close()));
  });

  it('a stream that holds no Modbus is closed, and the others go on', async () => {
    const socket = createConnection({ host: '127.0.0.1', port: served.modbusTcpPort ?? 0 });
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => {}).write('GET / HTTP/1.1\r\n\r\n');
    await closed;
    expect(await mbpoll('-m', 'tcp', '-p', String(served.modbusTcpPort), '-r', '0', '-c', '1', '127.0.0.1')).toEqual([MAGIC]);
  });

  it('[W1] [W3] [W9] [W13] conforms over Modbus TCP, armed', async () => {
    const findings = await conforming;
    expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
    expect(findings.filter(({ verdict }) => verdict === 'held').length).toBeGreaterThan(20);
  });

  it('a board without power is a gateway that says exception 11, and raw bytes without an answer', async () => {
    served.paced.act({ name: 'power', on: false });
    const client = new ModbusRTU();
    await client.connectTCP('127.0.0.1', { port: served.modbusTcpPort ?? 0 });
    client.setID(1);
    await expect(client.readInputRegisters(0, 8)).rejects.toMatchObject({ modbusCode: 11 });
    await new Promise<void>((resolve) => client.close(() => resolve()));
    const line = await RealLine.serial(pty);
    // What the others were answered went over the same wire.
    await line.pause(200_000);
    line.take();
    line.send(frameRtu({ unit: 1, pdu: Uint8Array.of(4, 0, 0, 0, 1) }));
    await line.pause(100_000);
    expect(line.take()).toEqual([]);
    await line.close();
    served.paced.act({ name: 'power', on: true });
  });
});
