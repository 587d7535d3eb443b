import { describe, expect, it } from 'vitest';
import type { KernelCheckpoint } from '../kernel/Kernel.js';
import type { PersonSpec } from '../spec/WorldSpec.js';
import { Reader } from './Reader.js';
import { PartBench } from './test/PartBench.js';

const S = 1_000_000;
const MIN = 60 * S;
const ATTEMPTS = 20_000;

const person = (id: string, change: Partial<PersonSpec> = {}): PersonSpec => ({
  id,
  machine: 'm1',
  cartridge: 1,
  windows: [],
  minIntervalMin: 0,
  dailyCap: 1,
  arrival: { kind: 'instants', at_us: [] },
  hands: { cold: false, lotionOrDust: false },
  falseNonMatchRate: null,
  ...change,
});

class ReaderBench extends PartBench {
  constructor(
    readonly people: readonly PersonSpec[],
    values: Readonly<Record<string, number>> = {},
    seed = 1,
  ) {
    super(['palm'], seed);
    new Reader(this.kernel, 'm1', people, [{ reader: values }]);
  }

  send(type: string, id = 'P1'): this {
    return this.tell('reader', { type, person: id });
  }

  /** The share of attempts of each person in turn that the reader answers with a word. */
  share(ask: 'CAPTURE' | 'COMPARE', answer: string, attempts = ATTEMPTS): number {
    let found = 0;
    for (let i = 0; i < attempts; i++) {
      this.send(ask, (this.people[i % this.people.length] as PersonSpec).id).until(this.kernel.now_us + 2 * S);
      if (this.news().includes(`palm ${answer}`)) found += 1;
    }
    return found / attempts;
  }
}

/** Four standard errors of a share over so many attempts. */
const four = (share: number, attempts = ATTEMPTS) => 4 * Math.sqrt((share * (1 - share)) / attempts);

function expectShare(found: number, share: number, attempts = ATTEMPTS): void {
  expect(Math.abs(found - share), `${found} was found, ${share} is right`).toBeLessThan(four(share, attempts));
}

describe(`the reader, over ${ATTEMPTS} attempts`, () => {
  const own = (falseNonMatchRate: number, hands = { cold: false, lotionOrDust: false }) =>
    new ReaderBench([person('P1', { falseNonMatchRate, hands })]);

  it('fails to acquire as often as its parameter says', () => {
    expectShare(new ReaderBench([person('P1')]).share('CAPTURE', 'NOT_ACQUIRED'), 0.01);
    expectShare(new ReaderBench([person('P1')], { failureToAcquireShare: 0.2 }).share('CAPTURE', 'NOT_ACQUIRED'), 0.2);
  });

  it.each([0.001, 0.01, 0.3])('does not match a person as often as their own rate says: %d', (rate) => {
    expectShare(own(rate).share('COMPARE', 'NOT_MATCHED'), rate);
  });

  it('does so whatever the false match rate, which sets the threshold alone', () => {
    const bench = new ReaderBench([person('P1', { falseNonMatchRate: 0.05 })], { falseMatchShare: 0.01 });
    expectShare(bench.share('COMPARE', 'NOT_MATCHED'), 0.05);
  });

  it.each([
    ['cold', { cold: true, lotionOrDust: false }, 1.5],
    ['with lotion or dust', { cold: false, lotionOrDust: true }, 1.2],
    ['cold and with lotion or dust', { cold: true, lotionOrDust: true }, 1.8],
  ])('multiplies it where hands are %s', (_, hands, factor) => {
    expectShare(own(0.1, hands).share('COMPARE', 'NOT_MATCHED'), 0.1 * factor);
  });

  it('never matches at a rate of 1, and always at 0', () => {
    expect(own(1).share('COMPARE', 'NOT_MATCHED', 2_000)).toBe(1);
    expect(own(0.9, { cold: true, lotionOrDust: false }).share('COMPARE', 'NOT_MATCHED', 2_000)).toBe(1);
    expect(own(0).share('COMPARE', 'NOT_MATCHED', 2_000)).toBe(0);
  });

  it('does not match people as often, in the mean over them, as its parameter says', () => {
    const people = Array.from({ length: 2_000 }, (_, i) => person(`P${i}`));
    const found = new ReaderBench(people).share('COMPARE', 'NOT_MATCHED');
    // People differ (a beta distribution of mean 0.01 and concentration 20) beside the attempts of each.
    const error = Math.sqrt((0.01 * 0.99) / 21 / people.length + (0.01 * 0.99) / ATTEMPTS);
    expect(Math.abs(found - 0.01)).toBeLessThan(4 * error);
  });

  it('gives each person a rate of their own, the same in every run of a seed', () => {
    const rates = (seed: number) =>
      ['P1', 'P2', 'P3'].map((id) =>
        new ReaderBench([person(id)], { falseNonMatchShare: 0.5, falseNonMatchConcentration: 2 }, seed).share(
          'COMPARE',
          'NOT_MATCHED',
          400,
        ),
      );
    const [first, again, other] = [rates(1), rates(1), rates(2)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(0.1);
  });

  it('takes as long as its parameters say', () => {
    const bench = new ReaderBench([person('P1')], { failureToAcquireShare: 0 });
    const times: number[] = [];
    for (let i = 0; i < 2_000; i++) {
      const from_us = bench.kernel.now_us;
      bench.send('CAPTURE');
      times.push((bench.kernel.next_us as number) - from_us);
      bench.until(bench.kernel.next_us as number);
    }
    expect(Math.min(...times)).toBeGreaterThanOrEqual(1 * S);
    expect(Math.max(...times)).toBeLessThanOrEqual(1.5 * S);
    const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
    expect(Math.abs(mean - 1.25 * S)).toBeLessThan((4 * 0.5 * S) / Math.sqrt(12 * 2_000));
  });

  it('[T6] records who, the outcome and a band of quality, and nothing else', () => {
    const bench = new ReaderBench([person('P1', { falseNonMatchRate: 0.3 })], { failureToAcquireShare: 0.3 });
    for (let i = 0; i < 200; i++) bench.send(i % 2 ? 'CAPTURE' : 'COMPARE').until(bench.kernel.now_us + 2 * S);
    const attempts = bench.of('attempt');
    expect(new Set(attempts.map((payload) => Object.keys(payload).join()))).toEqual(new Set(['person,result,quality']));
    expect(new Set(attempts.map(({ result }) => result))).toEqual(new Set(['matched', 'not-matched', 'failed-to-acquire']));
    expect(new Set(attempts.map(({ quality }) => quality))).toEqual(new Set(['good', 'poor']));
    expect(JSON.stringify(bench.kernel.checkpoint().components)).toBe(
      '{"m1/palm":null,"m1/reader":{"lockedUntil_us":{},"vouchedUntil_us":{},"cold":{},"carded":{}}}',
    );
  });
});

describe('hands that a fault makes cold', () => {
  it('are cold from then until the fault ends', () => {
    const rateOf = (bench: ReaderBench) => bench.share('COMPARE', 'NOT_MATCHED', 5_000);
    const bench = new ReaderBench([person('P1', { falseNonMatchRate: 0.2 })], { coldFactor: 3 });
    bench.tell('reader', { type: 'COLD_HANDS', person: 'P1', cold: true });
    expectShare(rateOf(bench), 0.6, 5_000);
    bench.tell('reader', { type: 'COLD_HANDS', person: 'P1', cold: false });
    expectShare(rateOf(bench), 0.2, 5_000);
  });
});

describe('a lock-out', () => {
  const bench = () => new ReaderBench([person('P1'), person('P2')], { failureToAcquireShare: 0 });
  const answerTo = (reader: ReaderBench, id = 'P1') => {
    reader.news();
    return reader
      .send('CAPTURE', id)
      .until(reader.kernel.now_us + 2 * S)
      .news()[0];
  };

  it('lasts 15 minutes, to the microsecond', () => {
    const reader = bench().send('LOCK_OUT');
    expect(answerTo(reader.until(15 * MIN - 2 * S - 1))).toBe('palm KNOWN_LOCKED_OUT');
    expect(
      reader
        .send('CAPTURE')
        .until(15 * MIN - 1)
        .news(),
    ).toEqual(['palm KNOWN_LOCKED_OUT']);
    expect(answerTo(reader.until(15 * MIN))).toBe('palm ACQUIRED');
  });

  it('is not prolonged by showing the palm again', () => {
    const reader = bench()
      .send('LOCK_OUT')
      .until(14 * MIN)
      .send('LOCK_OUT')
      .until(15 * MIN);
    expect(answerTo(reader)).toBe('palm ACQUIRED');
    expect(answerTo(reader.send('LOCK_OUT').until(29 * MIN))).toBe('palm KNOWN_LOCKED_OUT');
  });

  it('is one person’s: another can use the reader meanwhile', () => {
    const reader = bench().send('LOCK_OUT');
    expect([answerTo(reader, 'P2'), answerTo(reader)]).toEqual(['palm ACQUIRED', 'palm KNOWN_LOCKED_OUT']);
  });

  it('ends when two people vouch for the person, who is let through once, for a while', () => {
    const vouched = () => bench().send('LOCK_OUT').send('LET_THROUGH');
    const once = vouched();
    expect([answerTo(once), answerTo(once)]).toEqual(['palm VOUCHED_FOR', 'palm ACQUIRED']);
    expect(answerTo(vouched().until(15 * MIN - 1))).toBe('palm VOUCHED_FOR');
    expect(answerTo(vouched().until(15 * MIN))).toBe('palm ACQUIRED');
    expect(answerTo(vouched(), 'P2')).toBe('palm ACQUIRED');
  });

  it('[K7] stands in a checkpoint', () => {
    const reader = bench().send('LOCK_OUT').tell('reader', { type: 'COLD_HANDS', person: 'P2', cold: true });
    const again = bench();
    again.kernel.restore(JSON.parse(JSON.stringify(reader.kernel.checkpoint())) as KernelCheckpoint);
    expect(answerTo(again)).toBe('palm KNOWN_LOCKED_OUT');
    expect(again.kernel.checkpoint().components).toEqual(reader.kernel.checkpoint().components);
  });
});

describe('an answer of the reader', () => {
  it('that comes after its person went is not heard by the next: the latest question has the only answer', () => {
    const slow = new ReaderBench([person('P1'), person('P2')], {
      failureToAcquireShare: 0,
      captureLeastMs: 10_000,
      captureMostMs: 10_000,
    });
    slow
      .send('CAPTURE', 'P1')
      .until(4 * S)
      .send('CAPTURE', 'P2')
      .until(13 * S);
    expect(slow.news()).toEqual([]);
    expect(slow.until(14 * S).news()).toEqual(['palm ACQUIRED']);
    expect(slow.until(60 * S).news()).toEqual([]);
  });

  it('is an error about somebody whom the machine does not know, and to an event that it does not know', () => {
    expect(() => new ReaderBench([person('P1')]).send('COMPARE', 'P9')).toThrow('m1/reader does not know P9');
    expect(() => new ReaderBench([person('P1')]).send('NEWS')).toThrow('m1/reader does not know the event NEWS');
  });
});
