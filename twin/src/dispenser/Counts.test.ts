import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelEvent } from '../kernel/Kernel.js';
import { type CartridgeCount, Counts, type Found } from './Counts.js';
import { PartBench } from './test/PartBench.js';

const LANES = 3;

class CountsBench extends PartBench {
  readonly counts: Counts;
  found: Found = { onCoil: 0, rejected: 0 };
  inFlight = 0;

  constructor(loaded: readonly number[] = [3, 3, 0], helpline: string | null = 'm1/helpline') {
    super(['inventory', 'authoriser', 'hinge', 'helpline']);
    this.counts = new Counts(this.kernel, {
      machine: 'm1',
      loaded,
      look: () => this.found,
      isInFlight: (cartridge) => this.inFlight === cartridge,
      helpline,
    });
  }

  send(type: string, cartridge = 1, args: Omit<KernelEvent, 'type'> = {}): this {
    return this.tell('counts', { ...args, type, cartridge });
  }

  /** Two people count, and find this. */
  sign(onCoil: number, rejected: number, [first, second] = ['A', 'B'], cartridge = 1): this {
    this.found = { onCoil, rejected };
    return this.send('COUNTED', cartridge, { first: first as string, second: second as string });
  }

  /** loaded, dispensed, rejected, remaining, unknown. */
  get of1(): number[] {
    return Object.values(this.counts.of(1));
  }
}

const sums = ({ loaded, dispensed, rejected, remaining, unknown }: CartridgeCount) =>
  loaded === dispensed + rejected + remaining + unknown && Math.min(loaded, dispensed, rejected, remaining, unknown) >= 0;

describe('the counts of a machine', () => {
  it('[H7] begin with what was loaded, and say so for each lane that holds anything', () => {
    const bench = new CountsBench();
    bench.counts.start();
    expect(bench.of('count').map(({ cartridge, loaded, remaining }) => [cartridge, loaded, remaining])).toEqual([
      [1, 3, 3],
      [2, 3, 3],
    ]);
  });

  it('[V8] know since when what remains has been there: first in, first out', () => {
    const bench = new CountsBench();
    bench.kernel.runUntil(10);
    bench.send('LOADED', 1, { packages: 4 });
    expect([-1, 0, 9, 10].map((t_us) => bench.counts.loadedUntil(1, t_us))).toEqual([0, 3, 3, 7]);
    bench.send('DROPPED').send('UNLOADED', 1, { packages: 1 });
    expect(bench.of1).toEqual([7, 1, 1, 5, 0]);
    expect([0, 10].map((t_us) => bench.counts.loadedUntil(1, t_us))).toEqual([1, 5]);
    bench.kernel.runUntil(20);
    bench.sign(6, 1).send('LOADED', 1, { packages: 2 });
    // One more than was declared: it counts as new.
    expect([0, 10, 20].map((t_us) => bench.counts.loadedUntil(1, t_us))).toEqual([1, 5, 7]);
    const again = new CountsBench();
    again.counts.restore(JSON.parse(JSON.stringify(bench.counts.save())));
    expect(again.counts.loadedUntil(1, 10)).toBe(5);
  });

  it('[H7] leave unknown what was taken out and not known to be there', () => {
    const bench = new CountsBench().send('ENDED_UNSEEN', 1, { why: 'jammed, hung-up' }).send('UNLOADED', 1, { packages: 3 });
    expect(bench.of1).toEqual([3, 0, 2, 0, 1]);
  });

  it('[H7] move a package by what was seen: dropped, recovered, ended unseen, loaded', () => {
    const bench = new CountsBench();
    expect(bench.send('DROPPED').of1).toEqual([3, 1, 0, 2, 0]);
    expect(bench.send('RECOVERED').of1).toEqual([3, 1, 1, 1, 0]);
    expect(bench.send('ENDED_UNSEEN', 1, { why: 'jammed, hung-up' }).of1).toEqual([3, 1, 1, 0, 1]);
    expect(bench.send('LOADED', 1, { packages: 5 }).of1).toEqual([8, 1, 1, 5, 1]);
    expect(bench.of('count').map(({ why }) => why)).toEqual(['dropped', 'recovered', 'jammed, hung-up', 'loaded']);
    expect(bench.news()).toEqual(['inventory UNKNOWN_ROSE cartridge=1']);
  });

  it.each(['DROPPED', 'RECOVERED', 'ENDED_UNSEEN'])('[H7] move nothing where nothing remains: %s', (type) => {
    const bench = new CountsBench([1]).send('ENDED_UNSEEN', 1, { why: 'surplus' });
    expect(bench.send(type, 1, { why: 'surplus' }).of1).toEqual([1, 0, 0, 0, 1]);
  });

  it('[H7] let unknown go by a count that two people signed: what hung still was put into the reject bin', () => {
    const bench = new CountsBench().send('ENDED_UNSEEN', 1, { why: 'jammed, hung-up' });
    bench.news();
    expect(bench.sign(2, 1).of1).toEqual([3, 0, 1, 2, 0]);
    expect(bench.of('signed')).toEqual([{ cartridge: 1, found: 2, taken_out: 1, first: 'A', second: 'B' }]);
    expect(bench.news()).toEqual([
      'inventory ALL_KNOWN',
      'authoriser LANE_FREE cartridge=1 dispensed_change=0',
      'hinge CLEAR_LANE cartridge=1',
      'helpline MENDED cartridge=1',
    ]);
  });

  it('[H7] find out by the count what had dropped unseen', () => {
    const bench = new CountsBench().send('ENDED_UNSEEN', 1, { why: 'jammed, hung-up' });
    expect(bench.sign(2, 0).of1).toEqual([3, 1, 0, 2, 0]);
    expect(bench.heard).toContain('authoriser LANE_FREE cartridge=1 dispensed_change=1');
  });

  it('[H7] find out by the count what was put back from behind a blocked flap', () => {
    const bench = new CountsBench().send('DROPPED');
    expect(bench.sign(2, 1).of1).toEqual([3, 0, 1, 2, 0]);
    expect(bench.heard).toContain('authoriser LANE_FREE cartridge=1 dispensed_change=-1');
  });

  it('[H7] take no count that one person signed alone', () => {
    const bench = new CountsBench().send('ENDED_UNSEEN', 1, { why: 'jammed, hung-up' });
    bench.news();
    expect(bench.sign(2, 1, ['A', 'A']).of1).toEqual([3, 0, 0, 2, 1]);
    expect(bench.of('count-refused')).toEqual([{ cartridge: 1, first: 'A', second: 'A', reason: 'one person alone' }]);
    expect([bench.of('signed'), bench.news()]).toEqual([[], []]);
    bench.sign(2, 1, ['A', ' a']).sign(2, 1, ['', 'B']);
    expect([bench.of('count-refused').length, bench.of('signed')]).toEqual([3, []]);
  });

  it('[H7] take no count of a lane in which an order is in flight, and one of every other', () => {
    const bench = new CountsBench();
    bench.inFlight = 1;
    expect(bench.sign(2, 0).of1).toEqual([3, 0, 0, 3, 0]);
    expect(bench.of('count-refused')[0]).toMatchObject({ reason: 'an order is in flight' });
    bench.inFlight = 2;
    expect(bench.sign(2, 0).of1).toEqual([3, 1, 0, 2, 0]);
  });

  it('find packages that nobody declared', () => {
    expect(new CountsBench().sign(5, 0).of1).toEqual([5, 0, 0, 5, 0]);
  });

  it('say which lane is to be counted next, and when all are known', () => {
    const bench = new CountsBench();
    for (const cartridge of [1, 2]) bench.send('ENDED_UNSEEN', cartridge, { why: 'surplus' });
    bench.send('ENDED_UNSEEN', 1, { why: 'surplus' }).news();
    const inventory = () => bench.news().filter((words) => words.startsWith('inventory'));
    expect([bench.sign(1, 0, ['A', 'B'], 1), inventory()][1]).toEqual(['inventory NEXT_DUE cartridge=2']);
    expect([bench.sign(1, 0, ['A', 'B'], 1), inventory()][1]).toEqual([]);
    expect([bench.sign(2, 0, ['A', 'B'], 2), inventory()][1]).toEqual(['inventory ALL_KNOWN']);
  });

  it('need nobody who helps', () => {
    expect(new CountsBench([3], null).sign(3, 0).news().at(-1)).toBe('hinge CLEAR_LANE cartridge=1');
  });

  it('refuse a lane that is not there, and an event that they do not know', () => {
    expect(() => new CountsBench().send('DROPPED', 9)).toThrow('m1/counts has no cartridge 9');
    expect(() => new CountsBench().send('NEWS')).toThrow('m1/counts does not know the event NEWS');
  });
});

const event = fc.oneof(
  fc.record({ type: fc.constantFrom('DROPPED', 'RECOVERED'), cartridge: fc.integer({ min: 1, max: LANES }) }),
  fc.record({ type: fc.constant('ENDED_UNSEEN'), cartridge: fc.integer({ min: 1, max: LANES }), why: fc.constant('surplus') }),
  fc.record({
    type: fc.constant('LOADED'),
    cartridge: fc.integer({ min: 1, max: LANES }),
    packages: fc.integer({ min: 1, max: 14 }),
  }),
  fc.record({
    type: fc.constant('COUNTED'),
    cartridge: fc.integer({ min: 1, max: LANES }),
    first: fc.constantFrom('A', 'B'),
    second: fc.constantFrom('A', 'B'),
    onCoil: fc.nat(14),
    rejected: fc.nat(14),
  }),
);

describe('the counts, whatever happens', () => {
  it('[H7] add up, are never negative, and let unknown go by a signed count alone; a checkpoint at any step goes on alike', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.nat(60), (events, cut) => {
        const bench = new CountsBench();
        let again: CountsBench | null = null;
        for (const [i, { type, cartridge, ...args }] of events.entries()) {
          if (i === cut) {
            again = new CountsBench();
            again.kernel.restore(JSON.parse(JSON.stringify(bench.kernel.checkpoint())));
          }
          const before = bench.counts.of(cartridge);
          const signed = bench.of('signed').length;
          for (const one of again ? [bench, again] : [bench]) {
            if ('onCoil' in args) one.found = { onCoil: args.onCoil, rejected: args.rejected };
            one.send(type, cartridge, args as Omit<KernelEvent, 'type'>);
          }
          const after = bench.counts.of(cartridge);
          for (let lane = 1; lane <= LANES; lane++) expect(sums(bench.counts.of(lane))).toBe(true);
          if (after.unknown < before.unknown) expect(bench.of('signed')).toHaveLength(signed + 1);
          if ('first' in args) expect(bench.of('signed').length - signed).toBe(args.first === args.second ? 0 : 1);
          if (type === 'DROPPED') expect(after.remaining).toBe(Math.max(0, before.remaining - 1));
        }
        for (const count of bench.of('count')) expect(sums(count as unknown as CartridgeCount)).toBe(true);
        if (!again) return;
        expect(again.kernel.digests).toEqual(bench.kernel.digests);
        expect(again.heard).toEqual(bench.heard.slice(bench.heard.length - again.heard.length));
      }),
      { numRuns: 200, seed: 20261121 },
    );
  });
});
