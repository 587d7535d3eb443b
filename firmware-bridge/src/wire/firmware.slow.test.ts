import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBoard } from '../node/buildBoard.js';
import { TICKS_A_ROUND } from './BoardClock.js';
import { chartStateNames } from './chartStateNames.js';
import { FirmwareBench, type FirmwareFate } from './test/FirmwareBench.js';
import { SILENCE_us, wireTime_us } from './wireTiming.js';

const ORDERS = 4;

function vendOrders(bench: FirmwareBench, from = 1): void {
  for (let order = from; order < from + ORDERS; order++) {
    bench.runTo(200 + (order - 1) * 4_000);
    const { now_us } = bench.kernel;
    bench.link.command({ name: 'vend', order, cartridge: order }, bench.link.tickAt(now_us + 20_000), now_us);
    bench.turn();
  }
  bench.runTo(200 + (from + ORDERS - 1) * 4_000);
}

describe('the link on the reference firmware', () => {
  it('[W6] [W7] takes the board, whose charts are the host’s, and each command in the tick that was asked for', () => {
    const bench = new FirmwareBench().start();
    vendOrders(bench);
    expect(bench.facts.find(({ is }) => is === 'fitted')).toEqual({ is: 'fitted', before: 48, cartridges: 24 });
    expect(bench.signals.map(({ name, tick, sequence }) => [name, tick, sequence]).slice(0, 2)).toEqual([
      ['accepted', 248, 1],
      ['moving', 248, 2],
    ]);
    expect(bench.signals.filter(({ name }) => name === 'dropped').map(({ args }) => args.order)).toEqual([1, 2, 3, 4]);
    // It answers nobody before its start is written down (PROTOCOL, what the board keeps).
    expect(bench.link.counters).toMatchObject({ timeouts: 1, garbled: 0, late: 0, exceptions: 0 });
    expect(slowestAnswer_us(bench)).toBeLessThanOrEqual(1_000);
  });

  it('[W17] goes on as ticks go round, on the emulated board: orders before, across and behind it, and every signal once', () => {
    // The board's own clock begins 32,768 ticks before: a whole number of its timer's rounds.
    const early = {
      path: 'avr/board_avr.c',
      from: 'static volatile uint32_t lap_tick;',
      to: 'static volatile uint32_t lap_tick = 0xFFFF8000u;',
    };
    const image = new Uint8Array(readFileSync(join(buildBoard('avr', [early]), 'program.bin')));
    const vends = (bench: FirmwareBench) => {
      for (const [index, ms] of [20_000, 32_300, 36_000].entries()) {
        bench.runTo(ms);
        const { now_us } = bench.kernel;
        bench.link.command({ name: 'vend', order: index + 1, cartridge: index + 1 }, bench.link.tickAt(now_us + 20_000), now_us);
        bench.turn();
      }
      return bench.runTo(41_000);
    };
    const round = vends(new FirmwareBench([], 20_000, image).start());
    const usual = vends(new FirmwareBench().start());
    const from = TICKS_A_ROUND - 32_768;
    expect(round.signals.map(({ name, tick, args }) => [name, tick - from, args])).toEqual(
      usual.signals.map(({ name, tick, args }) => [name, tick, args]),
    );
    expect(round.signals.filter(({ name }) => name === 'dropped')).toHaveLength(3);
    expect(round.signals.at(-1)?.tick).toBeGreaterThan(TICKS_A_ROUND);
    expect(round.link.counters).toEqual(usual.link.counters);
    const drives = ({ entries }: FirmwareBench) => entries.filter(({ kind }) => kind === 'drive');
    expect(drives(round)).toEqual(drives(usual));
  });

  it('reads the current of each motion, and where the charts stand', () => {
    const bench = new FirmwareBench([], 1_000_000).start();
    vendOrders(bench);
    bench.link.refresh();
    bench.turn();
    bench.runTo(17_000);
    const waveforms = bench.facts.flatMap((fact) => (fact.is === 'waveform' ? [fact.waveform] : []));
    expect(waveforms.map(({ order, cartridge }) => [order, cartridge])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    for (const { milliamp, stepMs } of waveforms) {
      expect(milliamp.length * stepMs).toBeGreaterThan(500);
      expect(Math.max(...milliamp)).toBeGreaterThan(100);
    }
    const lanes = bench.facts.flatMap((fact) => (fact.is === 'registers' && fact.block === 'lanes' ? fact.values : []));
    const states = lanes.map((lane) =>
      chartStateNames()
        .lane((lane as { laneStates: number }).laneStates)
        .join(),
    );
    expect(states.slice(0, 24)).toEqual(Array.from({ length: 24 }, () => 'home'));
  });

  it('[W10] [W12] [W15] [B4] over a wire that spoils frames: no order moves twice, every signal once, and the link recovers', () => {
    const fate = fc.constantFrom<FirmwareFate>('whole', 'whole', 'whole', 'lost', 'flipped', 'doubled');
    fc.assert(
      fc.property(
        fc.array(fate, { minLength: 50, maxLength: 600 }),
        fc.option(fc.integer({ min: 1_000, max: 9_000 })),
        (fates, cut) => {
          const bench = new FirmwareBench(fates).start();
          if (cut !== null) {
            bench.runTo(150);
            bench.kernel.register('cutter', 1, { handle: () => bench.cutPower(300), save: () => null, restore: () => {} });
            bench.kernel.setTimer('cutter', 'cut', cut * 1_000, { type: 'CUT' });
          }
          vendOrders(bench);
          bench.calm();
          bench.runTo(24_000);
          for (let cartridge = 1; cartridge <= ORDERS; cartridge++)
            expect(bench.mechanism.truth(cartridge).onCoil, `cartridge ${cartridge}`).toBeGreaterThanOrEqual(13);
          const places = bench.signals
            .filter(({ sequence }) => sequence > 0)
            .map(({ boot, sequence }) => boot * 1_000 + sequence);
          expect(new Set(places).size).toBe(places.length);
          expect([...places].sort((a, b) => a - b)).toEqual(places);
          expect(bench.link.standing).toBe('connected');
          const { boot, sequence } = bench.link.position;
          expect(boot).toBe(cut === null ? 1 : 2);
          const lost = bench.facts.flatMap((fact) => (fact.is === 'lost' && fact.boot === boot ? [fact.signals] : []));
          const inBoot = bench.signals.filter((signal) => signal.boot === boot && signal.sequence > 0).length;
          expect(inBoot + lost.reduce((sum, signals) => sum + signals, 0)).toBe(sequence);
        },
      ),
      { numRuns: 5 },
    );
  });
});

/** From the end of the silence behind a request to the first bit of its answer. */
function slowestAnswer_us({ frames }: FirmwareBench): number {
  let slowest = 0;
  for (const [index, frame] of frames.entries()) {
    const asked = frames[index - 1];
    if (frame.direction !== 'received' || asked?.direction !== 'sent') continue;
    const waited_us = frame.t_us - asked.t_us - wireTime_us(asked.bytes.length) - wireTime_us(frame.bytes.length) - SILENCE_us;
    slowest = Math.max(slowest, waited_us);
  }
  return slowest;
}
