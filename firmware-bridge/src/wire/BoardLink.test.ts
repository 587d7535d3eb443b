import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartStateNames } from './chartStateNames.js';
import { MAP_VERSION } from './registerMap.js';
import { LinkBench } from './test/LinkBench.js';
import { codeOf } from './wireCodes.js';

const vend = (order: number, cartridge = 7) => ({ name: 'vend', order, cartridge }) as const;
const MS = 1_000;

describe('a board that is taken', () => {
  it('[W7] says who it is, is set up, and is polled', () => {
    const bench = new LinkBench({ cartridges: 30, chartsCrc: 0x1234 }).start().runTo(60 * MS);
    expect(bench.facts.map(({ fact }) => fact.is).filter((is) => is !== 'status')).toEqual(['fitted', 'connected']);
    expect(bench.of('fitted')).toEqual([{ is: 'fitted', before: 48, cartridges: 30 }]);
    expect(bench.board.fitted).toBe(30);
    expect(bench.link.standing).toBe('connected');
    expect(bench.link.identity).toMatchObject({ magic: 0x4457, boots: 1 });
  });

  it.each([
    [{ magic: 0x1234 }, { reason: 'another-device', foundMagic: 0x1234 }],
    [{ mapVersion: 0x0203 }, { reason: 'another-map', foundVersion: 0x0203, expectedVersion: MAP_VERSION }],
    [{ chartsCrc: 0x4321 }, { reason: 'other-charts', foundCrc: 0x4321, expectedCrc: 0x1234 }],
  ])('[W7] another one is refused by name: %o', (identity, refusal) => {
    const bench = new LinkBench({ chartsCrc: 0x1234, cartridges: 8 }, { identity }).start();
    bench.link.command(vend(1), 50, 0);
    bench.runTo(5_000 * MS);
    expect(bench.of('refused')).toEqual([{ is: 'refused', ...refusal }]);
    expect(bench.link.standing).toBe('refused');
    expect(bench.board.fitted).toBe(48);
    expect(bench.board.taken).toEqual([]);
    expect(bench.frames.filter(({ is }) => is === 'request')).toHaveLength(1);
  });

  it('[W7] a newer map with more registers behind is the same map', () => {
    const bench = new LinkBench({}, { identity: { mapVersion: 0x0107 } }).start().runTo(60 * MS);
    expect(bench.link.standing).toBe('connected');
  });
});

describe('the board’s clock', () => {
  it.each([0, 100, 490])('is found to the millisecond where its ticks begin with the host’s (%i µs of work)', (work_us) => {
    const bench = new LinkBench({}, { work_us });
    bench
      .runTo(123 * MS)
      .start()
      .runTo(400 * MS);
    expect(bench.link.tickAt(bench.board.bootAt_us)).toBe(0);
    expect(bench.link.tickAt(400 * MS)).toBe(277);
    expect(bench.link.tickAt(400 * MS + 1)).toBe(278);
  });

  it('lies between bounds of its own where it does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 5_000 }), (boot_us, work_us) => {
        const bench = new LinkBench({ clock: 'free' }, { work_us });
        bench
          .runTo(boot_us)
          .start()
          .runTo(boot_us + 300 * MS);
        const { from_us, to_us } = bench.link.bootBounds as { from_us: number; to_us: number };
        expect(from_us).toBeLessThanOrEqual(boot_us + 4);
        expect(to_us).toBeGreaterThanOrEqual(boot_us - work_us);
      }),
      { numRuns: 10 },
    );
  });
});

describe('commands and signals', () => {
  it('[W9] [W13] a command is taken in its tick, and its signals arrive in order, each once', () => {
    const bench = new LinkBench().start().runTo(200 * MS);
    bench.link.command(vend(1), 220, bench.now_us);
    bench.runTo(2_000 * MS);
    expect(bench.board.taken).toEqual([{ boot: 1, tick: 220, command: vend(1) }]);
    expect(bench.signals).toEqual([
      { name: 'accepted', boot: 1, sequence: 1, tick: 248, args: { order: 1, cartridge: 7 } },
      { name: 'moving', boot: 1, sequence: 2, tick: 248, args: { order: 1, cartridge: 7 } },
      { name: 'dropped', boot: 1, sequence: 3, tick: 948, args: { order: 1, cartridge: 7 } },
    ]);
    expect(bench.of('command-received')).toMatchObject([{ command: vend(1), token: 1 }]);
  });

  it('gives only signals of ticks before the instant that is collected', () => {
    const bench = new LinkBench({}, {}, [], 1_000 * MS).start().runTo(500 * MS);
    bench.board.say('surplus', { cartridge: 3 }, 999 * MS);
    bench.board.say('surplus', { cartridge: 4 }, 1_000 * MS);
    bench.runTo(1_500 * MS);
    expect(bench.link.sampled_us).toBe(1_000 * MS);
    expect(bench.link.collect().map(({ tick }) => tick)).toEqual([999]);
    expect(bench.link.collect()).toEqual([]);
    expect(bench.link.collect(1_001 * MS).map(({ tick }) => tick)).toEqual([1_000]);
  });

  it('[W1] a command reaches the board within 20 ms, and a signal the host, whenever either begins', () => {
    const late: number[] = [];
    for (let offset_us = 0; offset_us < 40_000; offset_us += 700) {
      const bench = new LinkBench({}, { work_us: 300 }).start().runTo(198 * MS);
      for (let n = 0; n < 12; n++) bench.board.say('surplus', { cartridge: n }, 199 * MS);
      bench.link.refresh();
      bench.at(200 * MS + offset_us, (now_us) => bench.link.command({ name: 'clear', cartridge: 5 }, 0, now_us));
      bench.runTo(400 * MS);
      const taken_us = (bench.board.taken[0]?.tick ?? 9_999) * MS;
      late.push(taken_us - (200 * MS + offset_us));
    }
    expect(Math.max(...late)).toBeLessThanOrEqual(20 * MS);
    expect(Math.max(...late)).toBeGreaterThan(12 * MS);
  });

  it('[H4] all signals of a tick are read within 20 ms of the instant of the grid, a command before them or not', () => {
    // With 0.15 ms of the board's work: two signals with a command before them take all of the 20 ms.
    for (const offset_us of [-2_000, -500, 0]) {
      const bench = new LinkBench({}, { work_us: 150 }).start().runTo(195 * MS);
      bench.board.say('surplus', { cartridge: 1 }, 199 * MS);
      bench.board.say('door-opened', {}, 199 * MS);
      bench.at(200 * MS + offset_us, (now_us) => bench.link.command({ name: 'clear', cartridge: 5 }, 220, now_us));
      bench.runTo(219_999);
      expect(bench.link.sampled_us, `${offset_us} µs`).toBe(200 * MS);
    }
  });

  it('[W11] a board whose places are taken is asked again', () => {
    const bench = new LinkBench().start().runTo(200 * MS);
    for (let cartridge = 1; cartridge <= 12; cartridge++) bench.link.command({ name: 'clear', cartridge }, 400, bench.now_us);
    bench.runTo(1_000 * MS);
    expect(bench.board.taken.map(({ command }) => 'cartridge' in command && command.cartridge)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });

  it('[W9] what the board does not allow is a fact, and nothing waits behind it', () => {
    const bench = new LinkBench().start().runTo(200 * MS);
    bench.link.command({ name: 'clear', cartridge: 1 }, 5_000, bench.now_us);
    bench.link.command({ name: 'clear', cartridge: 2 }, 300, bench.now_us);
    bench.runTo(1_000 * MS);
    expect(bench.of('command-refused')).toEqual([
      { is: 'command-refused', command: { name: 'clear', cartridge: 1 }, exception: 3 },
    ]);
    expect(bench.board.taken).toHaveLength(1);
  });
});

describe('what is lost', () => {
  const names = chartStateNames();
  const numberOf = (path: string) => {
    for (let state = 0; state < 255; state++) if (names.lane(0xff00 + state)[0] === path) return state;
    throw new Error(path);
  };
  const interlockNumber = (path: string) => {
    for (let state = 0; state < 255; state++) if (names.interlock([0xff00 + state])[0] === path) return state;
    throw new Error(path);
  };
  const interlock = (board: { readonly doorOpen: boolean; readonly supplyLow: boolean }) => [
    interlockNumber(board.doorOpen ? 'door.open' : 'door.closed'),
    interlockNumber('flap.locked'),
    interlockNumber('beam.lit'),
    interlockNumber(board.supplyLow ? 'supply.low' : 'supply.good'),
    interlockNumber('tamper.shut'),
  ];

  it('states of charts have names', () => {
    expect(names.lane(0xff00 + numberOf('jammed.stalled'))).toEqual(['jammed.stalled']);
    expect(names.interlock([0xff00 + interlockNumber('flap.stuck'), 0xffff])).toEqual(['flap.stuck']);
    expect(codeOf('signals', 'accepted')).toBe(1);
  });

  it('[W15] of more than 32 signals the oldest are lost by number, and the rest concluded from registers', () => {
    const bench = new LinkBench({}, { interlock }, [], 1_000 * MS).start().runTo(1_100 * MS);
    bench.link.command(vend(1), 1_110, bench.now_us);
    bench.board.setDoor(true, 1_900 * MS);
    for (let n = 0; n < 40; n++) bench.board.say('surplus', { cartridge: n }, (1_950 + n) * MS);
    bench.runTo(4_100 * MS);
    expect(bench.of('lost')).toEqual([{ is: 'lost', boot: 1, from: 1, to: 12, signals: 12 }]);
    expect(bench.of('resynchronised')).toEqual([{ is: 'resynchronised', boot: 1, signals: 3 }]);
    expect(bench.signals.slice(0, 32).map(({ sequence }) => sequence)).toEqual(Array.from({ length: 32 }, (_, n) => n + 13));
    expect(bench.signals.slice(32).map(({ name, sequence, args }) => [name, sequence, args])).toEqual([
      ['moving', 0, { order: 1, cartridge: 7 }],
      ['dropped', 0, { order: 1, cartridge: 7 }],
      ['door-opened', 0, {}],
    ]);
  });

  it('[W8] [W14] a board that starts anew says how its order ended, and what changed in the dark is concluded', () => {
    const bench = new LinkBench({}, { interlock }).start().runTo(200 * MS);
    bench.board.setDoor(true, 210 * MS);
    bench.board.setDoor(false, 250 * MS);
    bench.link.command(vend(1), 300, bench.now_us);
    bench.at(700 * MS, () => bench.board.powerOff());
    bench.at(900 * MS, (now_us) => bench.board.powerOn(now_us));
    bench.runTo(3_000 * MS);
    expect(bench.of('restarted')).toEqual([{ is: 'restarted', boot: 2, before: 1 }]);
    expect(bench.of('silent')).toHaveLength(1);
    expect(bench.of('back')).toHaveLength(1);
    expect(bench.signals.map(({ name, boot, sequence }) => [name, boot, sequence])).toEqual([
      ['door-opened', 1, 1],
      ['door-closed', 1, 2],
      ['accepted', 1, 3],
      ['moving', 1, 4],
      ['jammed', 2, 1],
    ]);
    expect(bench.board.taken).toHaveLength(1);
  });

  it('a jam whose motion was never told is told with its motion, so that its package counts as unknown', () => {
    const bench = new LinkBench({}, { interlock }, [], 1_000 * MS).start().runTo(1_100 * MS);
    bench.link.command(vend(1), 1_110, bench.now_us);
    bench.at(1_300 * MS, () => bench.board.powerOff());
    bench.at(1_350 * MS, (now_us) => bench.board.powerOn(now_us));
    bench.runTo(4_100 * MS);
    expect(bench.signals.map(({ name, boot, sequence }) => [name, boot, sequence])).toEqual([
      ['moving', 2, 0],
      ['jammed', 2, 1],
    ]);
  });

  it('a host that joins late takes over what is, and not what was', () => {
    const bench = new LinkBench({ readFrom: 'now' }, { interlock });
    bench.board.powerOn(0);
    for (let n = 0; n < 5; n++) bench.board.say('surplus', { cartridge: n }, n * 2 * MS);
    bench.board.setDoor(true, 20 * MS);
    bench.runTo(100 * MS);
    bench.link.open(bench.now_us);
    bench.runTo(300 * MS);
    expect(bench.signals.map(({ name, sequence }) => [name, sequence])).toEqual([['door-opened', 0]]);
    expect(bench.link.position).toEqual({ boot: 1, sequence: 6 });
  });

  it('a host that comes back goes on where it stopped', () => {
    const bench = new LinkBench({ readFrom: { boot: 1, sequence: 2 } }, { interlock });
    bench.board.powerOn(0);
    for (let n = 1; n <= 4; n++) bench.board.say('surplus', { cartridge: n }, n * MS);
    bench.runTo(50 * MS);
    bench.link.open(bench.now_us);
    bench.runTo(300 * MS);
    expect(bench.signals.map(({ sequence }) => sequence)).toEqual([3, 4]);
  });
});

describe('silence', () => {
  it('is a fact since the last answer, and so is the end of it', () => {
    const bench = new LinkBench().start().runTo(200 * MS);
    bench.board.powerOff();
    bench.runTo(3_000 * MS);
    expect(bench.link.standing).toBe('silent');
    const [silent] = bench.of('silent');
    expect(silent?.since_us).toBeGreaterThan(180 * MS);
    expect(silent?.since_us).toBeLessThanOrEqual(200 * MS);
    bench.board.powerOn(bench.now_us);
    bench.runTo(4_000 * MS);
    expect(bench.link.standing).toBe('connected');
    expect(bench.of('back')).toEqual([{ is: 'back', since_us: silent?.since_us }]);
    expect(bench.of('silent')).toHaveLength(1);
  });

  it('a command that nobody answers is given up after two seconds, and not said to a board that comes later', () => {
    const bench = new LinkBench().start().runTo(200 * MS);
    bench.board.powerOff();
    bench.link.command(vend(1), 220, bench.now_us);
    bench.at(4_000 * MS, (now_us) => bench.board.powerOn(now_us));
    bench.runTo(6_000 * MS);
    expect(bench.of('command-lost')).toEqual([{ is: 'command-lost', command: vend(1), why: 'late', mayHaveArrived: true }]);
    expect(bench.board.taken).toEqual([]);
  });

  it('a command that is withdrawn while the wire is away is never said again', () => {
    const bench = new LinkBench().start().runTo(200 * MS);
    bench.board.powerOff();
    bench.link.command(vend(1), 220, bench.now_us);
    bench.link.command({ name: 'clear', cartridge: 2 }, 220, bench.now_us);
    bench.at(400 * MS, (now_us) => bench.link.withdraw(({ name }) => name === 'vend', now_us));
    bench.at(700 * MS, (now_us) => bench.board.powerOn(now_us));
    bench.runTo(6_000 * MS);
    const [lost] = bench.of('command-lost');
    expect(lost).toEqual({ is: 'command-lost', command: vend(1), why: 'withdrawn', mayHaveArrived: true });
    expect(bench.board.taken.filter(({ command }) => command.name === 'vend')).toEqual([]);
  });

  it.each([3, 4, 5, 6, 8])('[W10] a command after %i frames were lost is no repetition of an older one', (lost) => {
    const bench = new LinkBench().start().runTo(200 * MS);
    bench.link.command(vend(1), 0, bench.now_us);
    bench.runTo(1_500 * MS).meet(Array.from({ length: lost }, () => ({ is: 'lost' })));
    bench.link.command(vend(2), 0, bench.now_us);
    bench.runTo(3_600 * MS).link.command({ name: 'unlock', order: 2 }, 0, bench.now_us);
    bench.runTo(5_000 * MS);
    const taken = bench.board.taken.map(({ command }) => command);
    expect(taken).toEqual(bench.of('command-received').map(({ command }) => command));
    expect(taken.at(-1)).toEqual({ name: 'unlock', order: 2 });
  });

  it('a wire that was unplugged is greeted anew, and nothing is read twice', () => {
    const bench = new LinkBench().start().runTo(200 * MS);
    bench.board.say('surplus', { cartridge: 1 }, 210 * MS);
    bench.runTo(300 * MS);
    bench.link.close(bench.now_us);
    bench.board.say('surplus', { cartridge: 2 }, 320 * MS);
    bench.runTo(1_000 * MS);
    expect(bench.link.next_us).toBeNull();
    bench.link.open(bench.now_us);
    bench.runTo(1_500 * MS);
    expect(bench.signals.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(bench.of('connected').map(({ again }) => again)).toEqual([false, true]);
  });
});

describe('a link that is kept', () => {
  it('goes on in another one, as if nothing had been', () => {
    const bench = new LinkBench().start().runTo(215 * MS);
    bench.link.command(vend(1), 240, bench.now_us);
    bench.runTo(237 * MS);
    expect(bench.link.isIdle).toBe(true);
    const kept = bench.link.save();
    const other = new LinkBench();
    other.link.restore(structuredClone(kept), 0);
    expect(other.link.save()).toEqual(kept);
    expect(other.link.position).toEqual(bench.link.position);
    expect(other.link.tickAt(500 * MS)).toBe(500);
    expect(other.link.next_us).toBeNull();
  });

  it('is not kept while something is on its wire', () => {
    const bench = new LinkBench().start().runTo(200 * MS + 500);
    expect(() => bench.link.save()).toThrow(/while nothing is on its wire/);
  });
});
