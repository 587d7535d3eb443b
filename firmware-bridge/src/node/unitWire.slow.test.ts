import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ModbusRequest } from '../wire/modbusPdu.js';
import { MAP_VERSION } from '../wire/registerMap.js';
import { decodeBlock } from '../wire/registerNames.js';
import { HostUnit, readBlock, replyTo, type UnitLife } from './HostUnit.js';

/** The vectors that C and TypeScript share, as far as a board is asked for them. */
interface Vectors {
  readonly requests: readonly { readonly name: string; readonly rtu: string }[];
  readonly refused: readonly { readonly rule: string; readonly name: string; readonly rtu: string; readonly answer: string }[];
  readonly unanswered: readonly {
    readonly rule: string;
    readonly name: string;
    readonly rtu: string;
    readonly counted: string;
  }[];
}

const vectors = JSON.parse(readFileSync(new URL('../wire/vectors.json', import.meta.url), 'utf8')) as Vectors;
const STATUS = readBlock('status');
const GAUGES = readBlock('gauges');
const IDENTITY: ModbusRequest = { function: 4, address: 0, count: 8 };
const BOOTED_MS = 40;
const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex');
const booted = () => new HostUnit().until(BOOTED_MS);

function registers(request: ModbusRequest, life: UnitLife, index = life.sent.length - 1): readonly number[] {
  const reply = replyTo(request, life.sent[index] as UnitLife['sent'][number]);
  if (reply.is !== 'registers') throw new Error(`the unit answered ${JSON.stringify(reply)}`);
  return reply.values;
}

const gauges = (life: UnitLife) => decodeBlock('gauges', registers(GAUGES, life));
const status = (life: UnitLife) => decodeBlock('status', registers(STATUS, life));

describe('the vectors', () => {
  it.each(vectors.refused)('[$rule] $name is refused', ({ rtu, answer }) => {
    const life = booted().bytes(fromHex(rtu)).until(100).ask(STATUS).until(130).ask(GAUGES).until(160).run();
    expect(toHex(life.sent[0]?.bytes)).toBe(answer);
    // [W4] What was refused changed nothing: no order, no token, nothing written.
    expect(status({ ...life, sent: life.sent.slice(0, 2) })).toMatchObject({ order: 0, lastSequence: 0 });
    expect(gauges(life).lastToken).toBe(0);
    expect(life.writes.filter(({ t_us }) => t_us > BOOTED_MS * 1_000)).toEqual([]);
  });

  it.each(vectors.unanswered)('[$rule] $name gets no answer', ({ rtu, counted }) => {
    const life = booted().bytes(fromHex(rtu)).until(100).ask(GAUGES).until(130).run();
    expect(life.sent).toHaveLength(1);
    expect(gauges(life)).toMatchObject({ framesHeard: 1, framesDropped: counted === 'dropped' ? 1 : 0 });
  });

  it.each(vectors.requests)('[W6] $name is answered within 20 ms of its end', ({ rtu }) => {
    const bytes = fromHex(rtu);
    const life = booted().bytes(bytes).until(100).run();
    const [answer] = life.sent;
    const end_us = BOOTED_MS * 1_000 + Math.ceil(bytes.length * 86.9);
    const own_us = (answer?.bytes.length ?? 0) * 86.9;
    expect((answer?.t_us ?? Number.POSITIVE_INFINITY) - own_us - end_us).toBeLessThan(20_000);
  });
});

describe('frames', () => {
  it('[W2] a silence shorter than 1.75 ms within a frame does not end it, a longer one does', () => {
    const [identity] = vectors.requests;
    const bytes = fromHex(identity?.rtu ?? '');
    const parts = (pauseMs: number) =>
      booted()
        .bytes(bytes.slice(0, 4))
        .until(BOOTED_MS + 0.35 + pauseMs)
        .bytes(bytes.slice(4))
        .until(100)
        .run().sent.length;
    expect(parts(1.5)).toBe(1);
    expect(parts(1.9)).toBe(0);
  });

  it('[W2] a garbled byte spoils its frame and is counted, and the next frame is heard', () => {
    const life = booted().garbled().bytes(fromHex('010400000008f1cc')).until(100).ask(GAUGES).until(130).run();
    expect(life.sent).toHaveLength(1);
    expect(gauges(life)).toMatchObject({ bytesLost: 1, framesDropped: 1, framesHeard: 1 });
  });

  it('[W2] noise of every length up to 300 bytes is dropped, and what follows is answered', () => {
    let unit = booted();
    let at = 100;
    let noise = 1;
    for (let length = 1; length <= 300; length += 23) {
      const bytes = Uint8Array.from({ length }, () => {
        noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0;
        return noise >>> 24;
      });
      unit = unit.bytes(bytes).until(at + 40);
      at += 40;
    }
    const life = unit
      .ask(GAUGES)
      .until(at + 40)
      .run();
    expect(gauges(life)).toMatchObject({ framesHeard: 1, framesDropped: 14 });
  });
});

describe('the registers', () => {
  it('[W7] [W8] identity names the board, its first boot, and why it started', () => {
    const life = booted().ask(IDENTITY).until(70).run();
    expect(decodeBlock('identity', registers(IDENTITY, life))).toMatchObject({
      magic: 0x4457,
      mapVersion: MAP_VERSION,
      cartridges: 48,
      boots: 1,
      resetCause: 1,
    });
  });

  it('[W8] nobody is answered before the start is written down and read back', () => {
    const life = new HostUnit().ask(IDENTITY).until(20).run();
    expect(life.sent).toEqual([]);
    expect(new HostUnit().until(36).ask(IDENTITY).until(60).run().sent).toHaveLength(1);
  });

  it('[W3] registers between blocks read as 0, and so does the mailbox', () => {
    const gap: ModbusRequest = { function: 4, address: 8, count: 8 };
    const mailbox: ModbusRequest = { function: 3, address: 0, count: 8 };
    const life = booted().ask(gap).until(60).ask(mailbox).until(90).run();
    expect(registers(gap, life, 0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(registers(mailbox, life, 1)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('[W17] uptime is that of the instant of the reply', () => {
    const life = booted().until(1_234).ask(STATUS).until(1_300).run();
    const { uptimeMs, uptimeQuarters } = status(life);
    // 8 bytes of request, then the silence that ends it.
    const expected_us = 1_234_000 + 694 + 1_752;
    expect(Math.abs(uptimeMs * 1_000 + uptimeQuarters * 4 - expected_us)).toBeLessThan(8);
  });

  it('[W3] fitted is kept when the power goes', () => {
    const fit: ModbusRequest = { function: 6, address: 0x10, value: 30 };
    const first = booted().ask(fit).until(100).run();
    const life = new HostUnit({ kept: first.kept }).until(60).ask(IDENTITY).until(90).run();
    expect(decodeBlock('identity', registers(IDENTITY, life))).toMatchObject({ cartridges: 30, boots: 2 });
  });

  it('[W3] fitted is refused as busy while an order is in flight', () => {
    const fit: ModbusRequest = { function: 6, address: 0x10, value: 30 };
    const life = booted().command({ name: 'vend', order: 1, cartridge: 1 }).until(90).ask(fit).until(110).run();
    expect(replyTo(fit, life.sent[1] as UnitLife['sent'][number])).toEqual({ is: 'exception', code: 6 });
  });

  it('inputs: each level has its bit', () => {
    const life = booted()
      .pins({ doorOpen: true, tampered: true, flapOpen: true, boltBack: true, beamDark: true, camClosed: false })
      .supply(10_000)
      .until(60)
      .ask(STATUS)
      .until(90)
      .run();
    expect(status(life).inputs).toBe(0b1001_1111);
  });
});

describe('tokens and the queue', () => {
  const clear = (cartridge: number) => ({ name: 'clear', cartridge }) as const;

  it('[W10] a command that is repeated with its token is answered again and not taken again', () => {
    const life = booted().command(clear(1), 0, 9).until(60).command(clear(1), 0, 9).until(90).run();
    expect(life.sent.map(({ bytes }) => toHex(bytes))).toEqual(['011000000008c1cf', '011000000008c1cf']);
    expect(life.signals.map(({ name }) => name)).toEqual(['cleared']);
  });

  it('[W10] a command that was held up on its way is answered and not taken; tokens go round', () => {
    const life = booted()
      .command(clear(1), 0, 65_535)
      .until(60)
      .command(clear(2), 0, 1)
      .until(90)
      .command(clear(3), 0, 65_535)
      .until(120)
      .command(clear(4), 0, 32_768)
      .until(150)
      .command(clear(5), 0, 1)
      .until(180)
      .run();
    expect(life.sent).toHaveLength(5);
    expect(life.signals.map(({ args }) => args.cartridge)).toEqual([1, 2, 4]);
  });

  it('[W11] eight commands wait, one more is answered by exception 6, and they are taken one in a tick in their order', () => {
    let unit = booted();
    for (let n = 1; n <= 9; n++) unit = unit.command(clear(n), 500).until(BOOTED_MS + 20 * n);
    const life = unit.until(600).run();
    expect(life.sent.map(({ bytes }) => bytes[1])).toEqual([16, 16, 16, 16, 16, 16, 16, 16, 0x90]);
    expect(life.signals.map(({ tick, args }) => [tick, args.cartridge])).toEqual(
      Array.from({ length: 8 }, (_, i) => [500 + i, i + 1]),
    );
  });

  it('[W11] a command waits behind one that came before it, although its own tick is earlier', () => {
    const life = booted().command(clear(1), 300).until(60).command(clear(2), 100).until(400).run();
    expect(life.signals.map(({ tick, args }) => [tick, args.cartridge])).toEqual([
      [300, 1],
      [301, 2],
    ]);
  });

  it('[W9] a tick of 1,000 ahead is taken, one of 1,001 is not', () => {
    // 25 bytes and the silence behind them: the request is heard in the fourth millisecond.
    const at = (tick: number) => booted().command(clear(1), tick).until(60).run().sent[0]?.bytes[1];
    expect(at(BOOTED_MS + 3 + 1_000)).toBe(16);
    expect(at(BOOTED_MS + 3 + 1_001)).toBe(0x90);
  });
});

describe('the ring', () => {
  it('[W15] [W16] holds the last 32, each where its sequence says', () => {
    let unit = booted();
    for (let n = 1; n <= 45; n++) unit = unit.command({ name: 'clear', cartridge: 1 + (n % 48) }).until(BOOTED_MS + 20 * n);
    const ring: ModbusRequest = { function: 4, address: 0x100, count: 64 };
    const at = BOOTED_MS + 20 * 45;
    const life = unit
      .ask(ring)
      .until(at + 30)
      .ask(STATUS)
      .until(at + 60)
      .run();
    expect(status(life).lastSequence).toBe(45);
    const slots = registers(ring, life, 45);
    const sequences = Array.from({ length: 8 }, (_, slot) => decodeBlock('ring', slots, slot * 8).eventSequence);
    expect(sequences).toEqual([33, 34, 35, 36, 37, 38, 39, 40]);
  });
});
