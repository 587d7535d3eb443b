import { describe, expect, it } from 'vitest';
import type { ModbusRequest } from '../wire/modbusPdu.js';
import { decodeBlock } from '../wire/registerNames.js';
import { codeOf } from '../wire/wireCodes.js';
import { HostUnit, readBlock, replyTo, type UnitLife } from './HostUnit.js';
import { cutAt, TORN } from './test/cutAt.js';

const IDENTITY = readBlock('identity');
const STATUS = readBlock('status');
const GAUGES = readBlock('gauges');
const ORDERS_AT = 256;
const ERASED = new Uint8Array(4_096).fill(0xff);
const DROPPED = codeOf('phases', 'dropped');
const JAMMED = codeOf('phases', 'jammed');
const MISALIGNED = codeOf('modes', 'misaligned');
const INTERRUPTED = codeOf('modes', 'interrupted');

function answer(life: UnitLife, request: ModbusRequest, index: number): readonly number[] {
  const reply = replyTo(request, life.sent[index] as UnitLife['sent'][number]);
  return reply.is === 'registers' ? reply.values : [];
}

describe('cells that are worn out', () => {
  /** Vends one after the other, each ending as misaligned, on a board whose cells read so. */
  const lifeWith = (worn: readonly (readonly [number, number])[], orders = 2) => {
    const unit = new HostUnit({ worn }).until(60);
    for (let order = 1; order <= orders; order++)
      unit.command({ name: 'vend', order, cartridge: order }).until(60 + 1_700 * order);
    return unit
      .ask(GAUGES)
      .until(100 + 1_700 * orders)
      .run();
  };
  const gaugesOf = (life: UnitLife, orders = 2) => decodeBlock('gauges', answer(life, GAUGES, orders));
  const ends = ({ signals }: UnitLife) =>
    signals.flatMap(({ name, args }) => (name === 'jammed' ? [[args.order, args.mode]] : []));
  /** As after a loss of power: worn cells are worn still. */
  const wakesWith = (life: UnitLife, worn: readonly (readonly [number, number])[]) => {
    const next = new HostUnit({ kept: Uint8Array.from(life.kept), worn }).until(60).ask(STATUS).until(100).run();
    const { order, orderPhase, orderMode } = decodeBlock('status', answer(next, STATUS, 0));
    return { order, phase: orderPhase & 0xff, mode: orderMode & 0xff, signals: next.signals };
  };
  const RECORD = Array.from({ length: 12 }, (_, byte) => byte);

  it.each(RECORD)(
    '[W13] [B4] byte %i of a record, stuck at anything: the order moves once, elsewhere, and how it ended is kept',
    (byte) => {
      for (const stuck of [0x00, 0xff, 0x55, DROPPED, JAMMED]) {
        const worn = [[ORDERS_AT + byte, stuck]] as const;
        const life = lifeWith(worn);
        expect(life.drives.filter(({ motor }) => motor !== 0).map(({ motor }) => motor)).toEqual([1, 2]);
        expect(ends(life)).toEqual([
          [1, 'misaligned'],
          [2, 'misaligned'],
        ]);
        const { recordsSpoilt, recordsFailed } = gaugesOf(life);
        // A cell that is stuck at what it should hold does no harm.
        expect(recordsSpoilt).toBeLessThanOrEqual(1);
        expect(recordsFailed).toBe(0);
        expect(wakesWith(life, worn)).toMatchObject({ order: 2, phase: JAMMED, mode: MISALIGNED, signals: [] });
      }
    },
  );

  it('[W13] a phase that cannot be written any more: the order is written once more, with its end, and that one counts', () => {
    const worn = [[ORDERS_AT + 8, 0xff]] as const;
    const life = lifeWith(worn, 1);
    expect(gaugesOf(life, 1)).toMatchObject({ recordsWritten: 1, recordsSpoilt: 1, recordsFailed: 0 });
    expect([...life.kept.subarray(ORDERS_AT, ORDERS_AT + 8)]).toEqual([...life.kept.subarray(ORDERS_AT + 16, ORDERS_AT + 24)]);
    expect(life.kept[ORDERS_AT + 16 + 8]).toBe(JAMMED);
    expect(wakesWith(life, worn)).toMatchObject({ order: 1, phase: JAMMED, mode: MISALIGNED, signals: [] });
  });

  it('[W13] [W14] cut at every byte of that, torn in every way, the order ended as it did or in flight, and is never another', () => {
    const worn = [[ORDERS_AT + 8, 0xff]] as const;
    const life = lifeWith(worn, 1);
    const from = life.writes.findIndex(({ address, byte }) => address === ORDERS_AT + 8 && byte !== 0xff);
    expect(life.writes.length - from).toBeGreaterThan(8);
    for (let done = from; done <= life.writes.length; done++) {
      for (const torn of TORN) {
        const kept = cutAt(ERASED, life.writes, done, torn);
        kept[ORDERS_AT + 8] = 0xff;
        const { order, phase, mode } = wakesWith({ ...life, kept }, worn);
        expect({ order, phase }).toEqual({ order: 1, phase: JAMMED });
        expect([MISALIGNED, INTERRUPTED]).toContain(mode);
        if (done === life.writes.length) expect(mode).toBe(MISALIGNED);
      }
    }
  });

  it('[W13] where no record is right in eight places the order is refused, and nothing moves; the next one finds another place', () => {
    const worn = Array.from({ length: 8 }, (_, place) => [ORDERS_AT + 16 * place + 2, 0x77] as const);
    const life = lifeWith(worn);
    expect(life.drives.map(({ motor }) => motor)).toEqual([2, 0]);
    const refused = life.signals.find(({ name }) => name === 'refused');
    expect(refused?.args).toEqual({ order: 1, cartridge: 1, command: 'vend', reason: 'memory-worn' });
    // Eight records of at most ten bytes.
    expect(refused?.tick).toBeLessThan(60 + 8 * 35);
    expect(gaugesOf(life)).toMatchObject({ recordsWritten: 1, recordsSpoilt: 8, recordsFailed: 1, motorStarts: 1 });
    expect(wakesWith(life, worn)).toMatchObject({ order: 2, phase: JAMMED, mode: MISALIGNED, signals: [] });
  });

  it('[W13] [W14] all places worn: every order is refused by name; the highest id is told until the power goes', () => {
    const worn = Array.from({ length: 240 }, (_, place) => [ORDERS_AT + 16 * place + 5, 0xff] as const);
    const life = lifeWith(worn, 3);
    expect(life.drives).toEqual([]);
    expect(life.signals.map(({ name, args }) => [name, args.order, args.reason])).toEqual(
      [1, 2, 3].map((order) => ['refused', order, 'memory-worn']),
    );
    const again = new HostUnit({ worn }).until(60).command({ name: 'vend', order: 5, cartridge: 1 }).until(500);
    const { signals } = again.command({ name: 'vend', order: 5, cartridge: 1 }).until(900).run();
    expect(signals.at(-1)).toMatchObject({ name: 'phase', args: { order: 5, phase: 'refused' } });
    expect(wakesWith(life, worn)).toMatchObject({ order: 0, phase: 0, signals: [] });
  });

  it('[W8] a board with no place to count its starts in answers nobody, and stops writing', () => {
    const worn = Array.from({ length: 24 }, (_, place) => [64 + 8 * place, 0xee] as const);
    const life = new HostUnit({ worn }).until(2_000).ask(IDENTITY).until(3_000).run();
    expect(life.sent).toEqual([]);
    expect(life.writes.every(({ t_us }) => t_us < 1_000_000)).toBe(true);
    expect(new Set(life.writes.map(({ address }) => (address - 64) >> 3)).size).toBe(23);
  });

  it('a set-up that cannot be kept does not hold', () => {
    const unit = new HostUnit({ worn: [[0, 0x30]] }).until(60).ask({ function: 6, address: 0x10, value: 12 }).until(300);
    const life = unit.ask(IDENTITY).until(350).run();
    expect(decodeBlock('identity', answer(life, IDENTITY, 1)).cartridges).toBe(48);
    expect(life.writes.at(-1)?.t_us).toBeLessThan(200_000);
  });
});
