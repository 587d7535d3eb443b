import { describe, expect, it } from 'vitest';
import { PartBench } from '../dispenser/test/PartBench.js';
import type { KernelCheckpoint } from '../kernel/Kernel.js';
import { OverrideDesk } from './OverrideDesk.js';

const MIN = 60_000_000;
/** Each signature after exactly so long. */
const EXACT = {
  overrideDesk: {
    firstLeastMin: 3,
    firstLikelyMin: 3,
    firstMostMin: 3,
    secondLeastMin: 4,
    secondLikelyMin: 4,
    secondMostMin: 4,
  },
};

class DeskBench extends PartBench {
  there = ['staff', 'nurse', 'pharmacist'];

  constructor(signers = ['staff', 'nurse', 'pharmacist'], parameters: object = EXACT, seed = 1) {
    super(['palm'], seed);
    new OverrideDesk(this.kernel, 'm1', signers, (signer) => this.there.includes(signer), [parameters as typeof EXACT]);
  }

  asked(): this {
    return this.tell('override', { type: 'OVERRIDE_ASKED', person: 'P07' });
  }

  signs(by: string): this {
    return this.tell('override', { type: 'SIGNED_BY', by });
  }

  minutes(minutes: number): this {
    return this.until(this.kernel.now_us + Math.round(minutes * MIN));
  }
}

describe('an override of a locked-out palm', () => {
  it('is signed by two of the list, one after the other, in the order of the list', () => {
    const bench = new DeskBench().asked().minutes(3);
    expect(bench.news()).toEqual(['palm SIGNED first=staff']);
    expect(bench.minutes(3.99).news()).toEqual([]);
    expect(bench.minutes(0.01).news()).toEqual(['palm SIGNED_BY_ANOTHER second=nurse']);
    expect(bench.kernel.next_us).toBeNull();
  });

  it('leaves out whoever is not there at that moment', () => {
    const bench = new DeskBench();
    bench.there = ['nurse'];
    bench.asked().minutes(3);
    bench.there = ['pharmacist'];
    expect(bench.minutes(4).news()).toEqual(['palm SIGNED first=nurse', 'palm SIGNED_BY_ANOTHER second=pharmacist']);
  });

  it('never takes the same person twice: with one there alone, nobody is let through', () => {
    const bench = new DeskBench();
    bench.there = ['staff'];
    expect(bench.asked().minutes(60).news()).toEqual(['palm SIGNED first=staff']);
    expect(bench.of('nobody-to-sign')).toEqual([{ person: 'P07' }]);
  });

  it('with nobody there, or nobody on the list, is not signed, and says so', () => {
    const empty = new DeskBench([]).asked().minutes(60);
    const alone = new DeskBench();
    alone.there = [];
    alone.asked().minutes(60);
    for (const bench of [empty, alone]) expect([bench.news(), bench.of('nobody-to-sign')]).toEqual([[], [{ person: 'P07' }]]);
  });

  it('takes signatures from outside, of two different people', () => {
    const bench = new DeskBench([]).asked().signs('trainer');
    expect(bench.signs('trainer').news()).toEqual(['palm SIGNED first=trainer']);
    expect(bench.signs('manager').signs('nurse').news()).toEqual(['palm SIGNED_BY_ANOTHER second=manager']);
    expect([bench.minutes(60).news(), bench.of('nobody-to-sign')]).toEqual([[], []]);
  });

  it('takes one from outside and one from the list, and waits anew for the second', () => {
    const bench = new DeskBench().asked().minutes(2).signs('staff').minutes(3.99);
    expect(bench.news()).toEqual(['palm SIGNED first=staff']);
    expect(bench.minutes(0.01).news()).toEqual(['palm SIGNED_BY_ANOTHER second=nurse']);
  });

  it('needs to be asked for: a signature for nobody is nothing, and neither is one for a wish that was withdrawn', () => {
    expect(new DeskBench().signs('staff').minutes(60).news()).toEqual([]);
    const bench = new DeskBench().asked().minutes(3).tell('override', { type: 'OVERRIDE_WITHDRAWN', person: 'P07' });
    expect(bench.signs('nurse').minutes(60).news()).toEqual(['palm SIGNED first=staff']);
    expect(bench.asked().signs('nurse').news()).toEqual(['palm SIGNED first=nurse']);
  });

  it('takes between the least and the most of its minutes', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const bench = new DeskBench(undefined, {}, seed).asked();
      const first_us = bench.kernel.next_us as number;
      bench.until(first_us);
      const second_us = (bench.kernel.next_us as number) - first_us;
      expect([first_us >= 1 * MIN, first_us <= 6 * MIN, second_us >= 1 * MIN, second_us <= 10 * MIN]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
  });

  it('[K7] stands in a checkpoint with its first signature', () => {
    const going = new DeskBench().asked().minutes(3);
    going.news();
    const again = new DeskBench();
    again.kernel.restore(JSON.parse(JSON.stringify(going.kernel.checkpoint())) as KernelCheckpoint);
    for (const bench of [going, again])
      expect(bench.signs('staff').minutes(4).news()).toEqual(['palm SIGNED_BY_ANOTHER second=nurse']);
  });

  it('is an error to tell it what it does not know', () => {
    expect(() => new DeskBench().tell('override', { type: 'NEWS' })).toThrow('m1/override does not know the event NEWS');
  });
});
