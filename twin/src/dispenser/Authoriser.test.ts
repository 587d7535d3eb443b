import { describe, expect, it } from 'vitest';
import { epochOf } from '../calendar/zone.js';
import type { KernelCheckpoint } from '../kernel/Kernel.js';
import type { DoseWindow, PersonSpec } from '../spec/WorldSpec.js';
import { Authoriser } from './Authoriser.js';
import type { CartridgeCount } from './Counts.js';
import { PartBench } from './test/PartBench.js';

const S = 1_000_000;
const MIN = 60 * S;
const HOUR = 60 * MIN;
const ZONE = 'America/Halifax';
/** A Tuesday without a change of clocks. */
const PLAIN = { year: 2021, month: 9, day: 14 };
const SPRING = { year: 2021, month: 3, day: 14 };
const AUTUMN = { year: 2021, month: 11, day: 7 };

const FULL: CartridgeCount = { loaded: 14, dispensed: 0, rejected: 0, remaining: 14, unknown: 0 };
const hours = (...pairs: readonly (readonly [number, number])[]): DoseWindow[] =>
  pairs.map(([from, to]) => ({ fromMin: from * 60, toMin: to * 60 }));

function person(change: Partial<PersonSpec> = {}): PersonSpec {
  return {
    id: 'P1',
    machine: 'm1',
    cartridge: 7,
    windows: hours([9, 11]),
    minIntervalMin: 0,
    dailyCap: 4,
    arrival: { kind: 'instants', at_us: [] },
    hands: { cold: false, lotionOrDust: false },
    falseNonMatchRate: null,
    ...change,
  };
}

interface Place {
  readonly day?: typeof PLAIN;
  readonly people?: readonly PersonSpec[];
  readonly values?: Readonly<Record<string, number>>;
}

/** Time runs from midnight of the day, in the machine's zone. */
class AuthoriserBench extends PartBench {
  readonly authoriser: Authoriser;
  count = FULL;

  constructor({ day = PLAIN, people = [person()], values = {} }: Place = {}) {
    super(['session']);
    this.authoriser = new Authoriser(this.kernel, {
      machine: 'm1',
      zone: ZONE,
      epoch_us: epochOf(ZONE, day, 0),
      people,
      countOf: () => this.count,
      parameters: [{ authoriser: values }],
    });
  }

  /** The answer to a person who asks at an instant, hours after the run's beginning. */
  ask(hour: number, id = 'P1'): string {
    this.until(Math.round(hour * HOUR))
      .tell('authoriser', { type: 'ASK', person: id })
      .news();
    const due_us = this.kernel.next_us as number;
    expect(due_us - Math.round(hour * HOUR)).toBe(400_000);
    return this.until(due_us).news().join().replace('session ', '');
  }

  drop(order: number, cartridge = 7): this {
    return this.tell('authoriser', { type: 'DROPPED', order, cartridge });
  }

  jam(order: number, cartridge = 7): this {
    return this.tell('authoriser', { type: 'JAMMED', order, cartridge });
  }
}

const at = (place: Place = {}) => new AuthoriserBench(place);
const GIVEN = (order: number, cartridge = 7) => `AUTHORISED order=${order} cartridge=${cartridge}`;

describe('the authoriser', () => {
  it('says yes within the window: from its first minute to before its end', () => {
    for (const hour of [9, 10.5, 11 - 1 / 3600]) expect(at().ask(hour)).toBe(GIVEN(1));
  });

  it.each([
    ['too-early', 9 - 1 / 3600],
    ['too-late', 11],
  ])('says %s outside it', (reason, hour) => {
    expect(at().ask(hour)).toBe(`REFUSED reason=${reason}`);
  });

  it('says too-early between two windows, and too-late after the last', () => {
    const place = { people: [person({ windows: hours([9, 11], [15, 16]) })] };
    expect([at(place).ask(12), at(place).ask(17)]).toEqual(['REFUSED reason=too-early', 'REFUSED reason=too-late']);
  });

  it('allows the graces before and after a window that its parameters give', () => {
    const values = { earlyGraceMin: 10, lateGraceMin: 20 };
    const answers = [9 - 11 / 60, 9 - 10 / 60, 11 + 19.9 / 60, 11 + 20 / 60].map((hour) => at({ values }).ask(hour));
    expect(answers).toEqual(['REFUSED reason=too-early', GIVEN(1), GIVEN(1), 'REFUSED reason=too-late']);
  });

  it('takes the window that is open before one whose grace has not ended', () => {
    const bench = at({ values: { lateGraceMin: 60 }, people: [person({ windows: hours([9, 11], [11, 13]) })] });
    expect(bench.ask(10)).toBe(GIVEN(1));
    expect(bench.drop(1).ask(11.5)).toBe(GIVEN(2));
    expect(bench.drop(2).ask(12)).toBe('REFUSED reason=too-soon');
  });

  it('does not count a dose in an open window as one of the window before it', () => {
    const bench = at({ values: { lateGraceMin: 60 }, people: [person({ windows: hours([9, 11], [11, 13]) })] });
    expect([bench.ask(11.5), bench.drop(1).ask(12.5)]).toEqual([GIVEN(1), 'REFUSED reason=too-soon']);
  });

  it('takes the window whose grace holds where the open one is used up', () => {
    const bench = at({ values: { earlyGraceMin: 60 }, people: [person({ windows: hours([9, 11], [11, 13]) })] });
    expect([bench.ask(10.5), bench.drop(1).ask(10.8)]).toEqual([GIVEN(1), GIVEN(2)]);
  });

  it('says too-soon to a second dose in a window', () => {
    const bench = at();
    bench.ask(9);
    expect(bench.drop(1).ask(10)).toBe('REFUSED reason=too-soon');
  });

  it('says too-soon before the minimum interval is over, counted from the drop', () => {
    const bench = at({ people: [person({ windows: hours([9, 11], [11, 16]), minIntervalMin: 180 })] });
    bench.ask(10);
    bench.until(10 * HOUR + 10 * S).drop(1);
    expect(bench.ask(13)).toBe('REFUSED reason=too-soon');
    expect(bench.ask(13 + 10 / 3600)).toBe(GIVEN(2));
  });

  it('says daily-cap when the day’s doses are given, and begins anew on the next day', () => {
    const bench = at({ people: [person({ windows: hours([9, 10], [11, 12], [13, 14]), dailyCap: 2 })] });
    for (const [i, hour] of [9, 11].entries()) {
      expect(bench.ask(hour)).toBe(GIVEN(i + 1));
      bench.drop(i + 1);
    }
    expect([bench.ask(13), bench.ask(33)]).toEqual(['REFUSED reason=daily-cap', GIVEN(3)]);
  });

  it('says empty where nothing remains, however much is unknown', () => {
    const bench = at();
    bench.count = { ...FULL, remaining: 0, unknown: 14 };
    expect(bench.ask(9)).toBe('EMPTY');
  });

  it('says not-enrolled to somebody whom the machine does not know', () => {
    expect(at().ask(9, 'P9')).toBe('REFUSED reason=not-enrolled');
  });

  it('[H5] gives out order ids that rise strictly, recoveries among them', () => {
    const bench = at({ people: ['P1', 'P2', 'P3'].map((id) => person({ id })) });
    const orders = [bench.ask(9, 'P1'), bench.authoriser.nextOrder(), bench.ask(9.1, 'P2'), bench.ask(9.2, 'P3')];
    expect(orders).toEqual([GIVEN(1), 2, GIVEN(3), GIVEN(4)]);
  });

  it('counts a dose by its drop: what was refused or is not over may be asked for again', () => {
    const bench = at();
    bench.ask(9);
    bench.tell('authoriser', { type: 'ORDER_REFUSED', order: 1, cartridge: 7, reason: 'busy' });
    expect([bench.ask(9.5), bench.drop(1).ask(10), bench.drop(3).ask(10.5)]).toEqual([
      GIVEN(2),
      GIVEN(3),
      'REFUSED reason=too-soon',
    ]);
  });

  it('is an error to tell it what it does not know', () => {
    expect(() => at().tell('authoriser', { type: 'NEWS' })).toThrow('m1/authoriser does not know the event NEWS');
  });
});

describe('windows across midnight and a change of clocks', () => {
  const night = (change: Partial<PersonSpec> = {}) => [person({ windows: hours([22, 2]), ...change })];

  it('a window across midnight is one window, of the day on which it opens', () => {
    const bench = at({ people: night({ dailyCap: 1 }) });
    expect(bench.ask(23)).toBe(GIVEN(1));
    expect(bench.drop(1).ask(25)).toBe('REFUSED reason=too-soon');
    expect([bench.ask(26), bench.ask(46)]).toEqual(['REFUSED reason=too-early', GIVEN(2)]);
  });

  it('a dose after midnight leaves the next night’s window and cap untouched', () => {
    const bench = at({ people: night({ dailyCap: 1 }) });
    expect([bench.ask(1), bench.drop(1).ask(1.5), bench.ask(22)]).toEqual([GIVEN(1), 'REFUSED reason=too-soon', GIVEN(2)]);
  });

  it('a grace reaches across midnight, both ways', () => {
    const early = [person({ windows: hours([0, 2]) })];
    const late = [person({ windows: hours([22, 24]) })];
    const values = { earlyGraceMin: 30, lateGraceMin: 30 };
    const bench = at({ people: early, values });
    expect([bench.ask(23.75), bench.drop(1).ask(25)]).toEqual([GIVEN(1), 'REFUSED reason=too-soon']);
    expect(at({ people: late, values }).ask(24.25)).toBe(GIVEN(1));
  });

  it('a window of a whole day is always open, once a day', () => {
    const bench = at({ people: [person({ windows: [{ fromMin: 0, toMin: 0 }] })] });
    expect([bench.ask(0), bench.drop(1).ask(23.9), bench.ask(24)]).toEqual([GIVEN(1), 'REFUSED reason=too-soon', GIVEN(2)]);
  });

  it('in spring, a window goes by the clock on the wall: 09:00 comes an hour sooner after midnight', () => {
    expect([at({ day: SPRING }).ask(8 - 1 / 3600), at({ day: SPRING }).ask(8), at({ day: SPRING }).ask(10)]).toEqual([
      'REFUSED reason=too-early',
      GIVEN(1),
      'REFUSED reason=too-late',
    ]);
  });

  it('in spring, what is left of a window after the missing hour is the window', () => {
    const place = { day: SPRING, people: [person({ windows: hours([2, 4]) })] };
    expect([at(place).ask(2 - 1 / 3600), at(place).ask(2), at(place).ask(3)]).toEqual([
      'REFUSED reason=too-early',
      GIVEN(1),
      'REFUSED reason=too-late',
    ]);
  });

  it('in spring, a window within the missing hour opens after it, when its person is due', () => {
    const place = { day: SPRING, people: [person({ windows: [{ fromMin: 135, toMin: 165 }] })] };
    expect([at(place).ask(2.2), at(place).ask(2.25), at(place).ask(2.75)]).toEqual([
      'REFUSED reason=too-early',
      GIVEN(1),
      'REFUSED reason=too-late',
    ]);
  });

  it('in autumn, an hour that comes twice is one window, with one dose', () => {
    const bench = at({ day: AUTUMN, people: [person({ windows: hours([1, 2]) })] });
    expect([bench.ask(1.5), bench.drop(1).ask(2.5), bench.ask(3)]).toEqual([
      GIVEN(1),
      'REFUSED reason=too-soon',
      'REFUSED reason=too-late',
    ]);
    expect(at({ day: AUTUMN, people: [person({ windows: hours([1, 2]) })] }).ask(2.5)).toBe(GIVEN(1));
  });

  it('the minimum interval is time that passes, whatever the clocks do', () => {
    const people = [person({ windows: hours([0, 2], [2, 6]), minIntervalMin: 180 })];
    const bench = at({ day: SPRING, people });
    expect([bench.ask(1), bench.drop(1).ask(4 - 1 / 3600), bench.ask(4 + 1 / 3600)]).toEqual([
      GIVEN(1),
      'REFUSED reason=too-soon',
      GIVEN(2),
    ]);
  });
});

describe('a lane that jammed', () => {
  const free = (bench: AuthoriserBench, change: Readonly<Record<string, number>> = {}) =>
    bench.tell('authoriser', { type: 'LANE_FREE', cartridge: 7, ...change });
  const jammed = () => {
    const bench = at({ people: [person(), person({ id: 'P2', cartridge: 8 })] });
    bench.ask(9);
    return bench.jam(1);
  };

  it('is locked until it was counted or recovered, and no other lane is', () => {
    const bench = jammed();
    expect([bench.ask(9.5), bench.ask(9.6, 'P2')]).toEqual(['REFUSED reason=lane-locked', GIVEN(2, 8)]);
    expect(free(bench).ask(10)).toBe(GIVEN(3));
  });

  it('gave no dose where the count found none that had dropped', () => {
    expect(free(jammed(), { dispensed_change: 0 }).ask(10)).toBe(GIVEN(2));
  });

  it('gave a dose where the count found one that had dropped unseen', () => {
    expect(free(jammed(), { dispensed_change: 1 }).ask(10)).toBe('REFUSED reason=too-soon');
  });

  it('gave a dose where its drop was seen late', () => {
    expect(free(jammed().drop(1), { dispensed_change: 0 }).ask(10)).toBe('REFUSED reason=too-soon');
  });

  describe('and whose package lies behind a flap that does not open', () => {
    const blocked = () => {
      const bench = at();
      bench.ask(9);
      bench.until(9.1 * HOUR);
      return bench.drop(1).tell('authoriser', { type: 'CHUTE_BLOCKED', order: 1, cartridge: 7 });
    };

    it('is locked, too', () => {
      expect(blocked().ask(9.5)).toBe('REFUSED reason=lane-locked');
    });

    it('gave no dose where the count found it put back', () => {
      expect(free(blocked(), { dispensed_change: -1 }).ask(10)).toBe(GIVEN(2));
    });

    it('gave a dose where the count did not: somebody took it', () => {
      expect(free(blocked(), { dispensed_change: 0 }).ask(10)).toBe('REFUSED reason=too-soon');
    });

    it('gave it when it dropped, not when it was counted', () => {
      const bench = at({ people: [person({ windows: hours([9, 11], [12, 16]), minIntervalMin: 180 })] });
      bench.ask(9);
      bench
        .drop(1)
        .tell('authoriser', { type: 'CHUTE_BLOCKED', order: 1, cartridge: 7 })
        .until(11 * HOUR);
      expect([free(bench, { dispensed_change: 0 }).ask(12), bench.ask(12.1)]).toEqual(['REFUSED reason=too-soon', GIVEN(2)]);
    });

    it('is one person’s alone: what others were given stays given', () => {
      const bench = at({ people: [person(), person({ id: 'P2', cartridge: 8 })] });
      bench.ask(9, 'P2');
      bench.drop(1, 8);
      bench.ask(9.1);
      bench.drop(2).tell('authoriser', { type: 'CHUTE_BLOCKED', order: 2, cartridge: 7 });
      expect(bench.ask(9.5, 'P2')).toBe('REFUSED reason=too-soon');
    });
  });
});

describe('a checkpoint of the authoriser', () => {
  it('[K7] holds doses, orders and locked lanes, and nothing of what follows', () => {
    const going = at({ people: [person(), person({ id: 'P2', cartridge: 8 })] });
    going.ask(9);
    going.drop(1).ask(9.1, 'P2');
    going.jam(2, 8);
    const kept = going.kernel.checkpoint();
    const text = JSON.stringify(kept);
    const end = (bench: AuthoriserBench) => [
      bench.ask(9.5),
      bench.ask(9.6, 'P2'),
      bench.tell('authoriser', { type: 'LANE_FREE', cartridge: 8, dispensed_change: 1 }).ask(9.7, 'P2'),
      bench.authoriser.nextOrder(),
    ];
    const answers = end(going);
    expect(JSON.stringify(kept)).toBe(text);
    const again = at({ people: [person(), person({ id: 'P2', cartridge: 8 })] });
    again.kernel.restore(JSON.parse(text) as KernelCheckpoint);
    expect(end(again)).toEqual(answers);
    expect(answers).toEqual(['REFUSED reason=too-soon', 'REFUSED reason=lane-locked', 'REFUSED reason=too-soon', 3]);
  });
});
