import { describe, expect, it } from 'vitest';
import { crc16 } from '../wire/crc16.js';
import type { ModbusRequest } from '../wire/modbusPdu.js';
import { decodeBlock } from '../wire/registerNames.js';
import { HostUnit, readBlock, replyTo, type UnitLife } from './HostUnit.js';
import { cutAt, TORN } from './test/cutAt.js';

const IDENTITY: ModbusRequest = { function: 4, address: 0, count: 8 };
const STATUS = readBlock('status');
const GAUGES = readBlock('gauges');
const ORDERS_AT = 256;

function answer(life: UnitLife, request: ModbusRequest, index: number): readonly number[] {
  const reply = replyTo(request, life.sent[index] as UnitLife['sent'][number]);
  return reply.is === 'registers' ? reply.values : [];
}

/** The next life of a board that keeps this: its boots, its order, and the first signal. */
function nextLife(kept: Uint8Array) {
  const life = new HostUnit({ kept }).until(60).ask(IDENTITY).until(80).ask(STATUS).until(100).run();
  const { boots, cartridges } = decodeBlock('identity', answer(life, IDENTITY, 0));
  const { order, orderPhase, orderMode } = decodeBlock('status', answer(life, STATUS, 1));
  return { boots, cartridges, order, phase: orderPhase & 0xff, mode: orderMode & 0xff, first: life.signals[0], life };
}

const ERASED = new Uint8Array(4_096).fill(0xff);
const booted = (kept: Uint8Array) => new HostUnit({ kept }).until(60);
/** A vend that ends as misaligned 1,028 ms after it was taken. */
const vendToEnd = (kept: Uint8Array, order: number) =>
  booted(kept).command({ name: 'vend', order, cartridge: 7 }, 100).until(1_400).run();
const PHASE = { accepted: 2, moving: 3, jammed: 6 } as const;
const MISALIGNED = 4;
const INTERRUPTED = 8;

describe('starts', () => {
  it('[W8] boots rise by one with each start, through all 24 places and round again', () => {
    let kept = ERASED;
    for (let boots = 1; boots <= 60; boots++) {
      const life = nextLife(kept);
      expect(life.boots).toBe(boots);
      kept = Uint8Array.from(life.life.kept);
    }
  });

  it('[W8] cut at every byte, torn in every way, boots never fall, and nobody saw the number that was lost', () => {
    let kept = ERASED;
    for (let boots = 1; boots <= 26; boots++) kept = Uint8Array.from(new HostUnit({ kept }).until(60).run().kept);
    const { writes } = new HostUnit({ kept }).until(60).run();
    const starts = writes.filter(({ address }) => address < ORDERS_AT);
    expect(starts.length).toBeGreaterThan(3);
    for (let done = 0; done <= starts.length; done++) {
      for (const torn of TORN) {
        const { boots } = nextLife(cutAt(kept, starts, done, torn));
        const isWhole = done === starts.length;
        expect([27, 28]).toContain(boots);
        if (isWhole) expect(boots).toBe(28);
        if (done < starts.length - 1) expect(boots).toBe(27);
      }
    }
  });

  it('[W8] a cell that is worn out costs a place, not the start', () => {
    const life = new HostUnit({ worn: [[64, 0xee]] }).until(120).ask(IDENTITY).until(150).run();
    expect(decodeBlock('identity', answer(life, IDENTITY, 0)).boots).toBe(1);
    expect([...life.kept.subarray(72, 78)]).toEqual([1, 0, 0, 0, 0, 0]);
  });
});

describe('the records of orders', () => {
  it('lie as PROTOCOL.md says', () => {
    const kept = vendToEnd(ERASED, 0x0102_0304).kept.subarray(ORDERS_AT, ORDERS_AT + 16);
    const start = [4, 3, 2, 1, 7];
    const check = crc16(start);
    const endCheck = crc16([4, 3, 2, 1, PHASE.jammed, MISALIGNED]);
    expect([...kept.subarray(0, 12)]).toEqual([
      ...start,
      0,
      check & 0xff,
      check >> 8,
      PHASE.jammed,
      MISALIGNED,
      endCheck & 0xff,
      endCheck >> 8,
    ]);
  });

  it('a recovery has the highest bit of its cartridge set', () => {
    const jammed = vendToEnd(ERASED, 1).kept;
    // Lanes are at home again after a start: only within one life can a lane be recovered.
    const life = booted(jammed)
      .command({ name: 'vend', order: 2, cartridge: 9 }, 100)
      .until(2_300)
      .command({ name: 'recover', order: 3, cartridge: 9 }, 2_400)
      .until(2_450)
      .run();
    expect(life.kept[ORDERS_AT + 32 + 4]).toBe(0x89);
  });

  it('[W13] accepted is never said before the record is right, cut at every byte: no order is lost that was accepted', () => {
    const first = Uint8Array.from(vendToEnd(ERASED, 1).kept);
    const life = vendToEnd(first, 2);
    const accepted_us = (life.signals.find(({ name }) => name === 'accepted')?.tick ?? 0) * 1_000;
    const orders = life.writes.filter(({ address }) => address >= ORDERS_AT);
    const starts = life.writes.length - orders.length;
    for (let done = starts; done <= life.writes.length; done++) {
      for (const torn of TORN) {
        const next = nextLife(cutAt(first, life.writes, done, torn));
        const isWhole = life.writes
          .slice(0, done)
          .some(({ t_us, address, byte }) => address === ORDERS_AT + 16 + 5 && byte === 0 && t_us > 90_000);
        const wasAccepted = (life.writes[done]?.t_us ?? Number.POSITIVE_INFINITY) > accepted_us;
        if (wasAccepted) expect(isWhole).toBe(true);
        if (isWhole) expect(next.order).toBe(2);
        else expect([1, 2]).toContain(next.order);
        // [W14] An order whose end was not written ended unseen; that is the first signal.
        const isEnded = done === life.writes.length || next.mode === MISALIGNED;
        expect([PHASE.jammed]).toContain(next.phase);
        if (next.order === 2 && !isEnded) {
          expect(next.mode).toBe(INTERRUPTED);
          expect(next.first).toMatchObject({
            name: 'jammed',
            sequence: 1,
            tick: 0,
            args: { order: 2, cartridge: 7, mode: 'interrupted' },
          });
        }
        if (next.order === 1) expect(next.mode).toBe(MISALIGNED);
      }
    }
  });

  it('[W12] [B4] after any cut an order that was written never begins again, and a lower id is stale', () => {
    const life = vendToEnd(ERASED, 5);
    for (const ms of [135, 300, 1_130, 1_390]) {
      const done = life.writes.filter(({ t_us }) => t_us + 3_400 <= ms * 1_000).length;
      const kept = cutAt(ERASED, life.writes, done, TORN[0]);
      const after = booted(kept)
        .command({ name: 'vend', order: 5, cartridge: 7 })
        .until(100)
        .command({ name: 'vend', order: 4, cartridge: 7 })
        .until(400)
        .run();
      expect(after.drives).toEqual([]);
      expect(after.signals.slice(-2).map(({ name, args }) => [name, args.phase ?? args.reason])).toEqual([
        ['phase', 'jammed'],
        ['refused', 'stale-order'],
      ]);
    }
  });

  it('[W14] an interruption is written down: the start after it finds no order in flight', () => {
    const life = vendToEnd(ERASED, 5);
    const done = life.writes.filter(({ t_us }) => t_us < 200_000).length;
    const second = nextLife(cutAt(ERASED, life.writes, done, TORN[1]));
    expect(second.first?.name).toBe('jammed');
    const third = nextLife(Uint8Array.from(second.life.kept));
    expect(third).toMatchObject({ order: 5, phase: PHASE.jammed, mode: INTERRUPTED, first: undefined });
  });

  it('[W13] a record that reads back wrong is written again elsewhere, and accepted later', () => {
    const life = new HostUnit({ worn: [[ORDERS_AT + 2, 0x77]] })
      .until(60)
      .command({ name: 'vend', order: 1, cartridge: 7 }, 100)
      .until(300)
      .ask(GAUGES)
      .until(330)
      .run();
    const accepted = life.signals.find(({ name }) => name === 'accepted');
    expect(accepted?.tick).toBeGreaterThan(128);
    expect(accepted?.tick).toBeLessThan(160);
    expect(decodeBlock('gauges', answer(life, GAUGES, 1))).toMatchObject({ recordsWritten: 1, recordsSpoilt: 1 });
    expect(nextLife(Uint8Array.from(life.kept))).toMatchObject({ order: 1, mode: INTERRUPTED });
  });

  it('go round all 240 places: no byte is written much more often than another', () => {
    const unit = booted(ERASED);
    // A beam that is dark ends each order at once.
    unit.pins({ beamDark: true }).until(1_000);
    const orders = 300;
    for (let order = 1; order <= orders; order++) {
      const cartridge = 1 + (order % 48);
      const at = 1_000 + 200 * order;
      unit
        .command({ name: 'clear', cartridge })
        .until(at - 150)
        .command({ name: 'vend', order, cartridge })
        .until(at);
    }
    const life = unit.run();
    expect(life.signals.at(-1)).toMatchObject({ name: 'jammed', args: { order: orders, mode: 'blind-beam' } });
    const counts = new Map<number, number>();
    for (const { address } of life.writes) counts.set(address, (counts.get(address) ?? 0) + 1);
    const perPlace = [...counts].filter(([address]) => address >= ORDERS_AT).map(([, count]) => count);
    expect(Math.max(...perPlace)).toBeLessThanOrEqual(2 * Math.ceil(orders / 240) + 1);
    expect(counts.size).toBeGreaterThan(240 * 6);
    expect(nextLife(Uint8Array.from(life.kept))).toMatchObject({ order: orders, phase: PHASE.jammed });
  });
});

describe('the set-up', () => {
  it('cut at every byte, 48 are fitted or those that were asked for', () => {
    const before = Uint8Array.from(booted(ERASED).ask({ function: 6, address: 0x10, value: 12 }).until(150).run().kept);
    const { writes } = booted(before).ask({ function: 6, address: 0x10, value: 30 }).until(150).run();
    const setUp = writes.filter(({ address }) => address < 8);
    expect(setUp.length).toBeGreaterThan(3);
    for (let done = 0; done <= setUp.length; done++)
      for (const torn of TORN) expect([12, 30, 48]).toContain(nextLife(cutAt(before, setUp, done, torn)).cartridges);
    expect(nextLife(cutAt(before, setUp, setUp.length, TORN[0])).cartridges).toBe(30);
  });
});
