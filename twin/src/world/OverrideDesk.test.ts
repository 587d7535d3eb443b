import { describe, expect, it } from 'vitest';
import { PartBench } from '../dispenser/test/PartBench.js';
import type { KernelCheckpoint } from '../kernel/Kernel.js';
import { OverrideDesk } from './OverrideDesk.js';
import type { Presence } from './Presence.js';

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

/** Who is there, and when those who are not come; a test says so. */
class Roll {
  there = ['staff', 'nurse', 'pharmacist'];
  coming: Record<string, number> = {};

  isThere(signer: string): boolean {
    return this.there.includes(signer);
  }

  comes(signer: string): number | null {
    return this.coming[signer] ?? null;
  }
}

class DeskBench extends PartBench {
  readonly roll = new Roll();
  here = true;

  constructor(signers = ['staff', 'nurse', 'pharmacist'], parameters: object = EXACT, seed = 1) {
    super(['override'], seed);
    const place = { machine: 'm1', signers, presence: this.roll as unknown as Presence, isHere: () => this.here };
    new OverrideDesk(this.kernel, place, [parameters as typeof EXACT]);
  }

  asked(person = 'P07'): this {
    return this.tell('signers', { type: 'OVERRIDE_ASKED', person });
  }

  signs(by: string): this {
    return this.tell('signers', { type: 'SIGNED_BY', by });
  }

  minutes(minutes: number): this {
    return this.until(this.kernel.now_us + Math.round(minutes * MIN));
  }

  get refusals(): unknown[] {
    return this.of('signature-refused').map(({ by, reason }) => `${by}: ${reason}`);
  }
}

describe('an override of a locked-out palm', () => {
  it('is signed by two of the list, one after the other, in the order of the list', () => {
    const bench = new DeskBench().asked().minutes(3);
    expect(bench.news()).toEqual(['override ASKED person=P07', 'override SIGNED first=staff']);
    expect(bench.minutes(3.99).news()).toEqual([]);
    expect(bench.minutes(0.01).news()).toEqual(['override SIGNED_BY_ANOTHER second=nurse']);
    expect(bench.kernel.next_us).toBeNull();
  });

  it('leaves out whoever is not there at that moment', () => {
    const bench = new DeskBench();
    bench.roll.there = ['nurse'];
    bench.asked().minutes(3);
    bench.roll.there = ['pharmacist'];
    expect(bench.minutes(4).news().slice(1)).toEqual([
      'override SIGNED first=nurse',
      'override SIGNED_BY_ANOTHER second=pharmacist',
    ]);
  });

  it('never takes the same person twice: with one there alone, nobody is let through', () => {
    const bench = new DeskBench();
    bench.roll.there = ['staff'];
    expect(bench.asked().minutes(60).news().slice(1)).toEqual(['override SIGNED first=staff']);
    expect(bench.of('nobody-to-sign')).toEqual([{ person: 'P07' }]);
  });

  it('with nobody there, or nobody on the list, is not signed, and says so', () => {
    const empty = new DeskBench([]).asked().minutes(60);
    const alone = new DeskBench();
    alone.roll.there = [];
    alone.asked().minutes(60);
    for (const bench of [empty, alone])
      expect([bench.news().slice(1), bench.of('nobody-to-sign')]).toEqual([[], [{ person: 'P07' }]]);
  });

  it('asks again when somebody who may sign comes on duty', () => {
    const bench = new DeskBench();
    bench.roll.there = ['staff'];
    bench.roll.coming = { pharmacist: 30 * MIN, nurse: 20 * MIN };
    bench.asked().minutes(19.99);
    bench.roll.there = ['nurse'];
    expect([bench.news().slice(1), bench.of('nobody-to-sign').length]).toEqual([['override SIGNED first=staff'], 1]);
    expect(bench.minutes(4.02).news()).toEqual(['override SIGNED_BY_ANOTHER second=nurse']);
    expect(bench.kernel.next_us).toBeNull();
  });

  it('serves one locked-out person after the other, each once', () => {
    const bench = new DeskBench().asked('P07').asked('P08').asked('P07');
    expect(bench.news()).toEqual(['override ASKED person=P07']);
    expect(bench.minutes(7).news()).toEqual([
      'override SIGNED first=staff',
      'override SIGNED_BY_ANOTHER second=nurse',
      'override ASKED person=P08',
    ]);
    expect(bench.minutes(7).news()).toEqual(['override SIGNED first=staff', 'override SIGNED_BY_ANOTHER second=nurse']);
    expect(bench.kernel.next_us).toBeNull();
  });

  it('signs for nobody who has left', () => {
    const bench = new DeskBench().asked();
    bench.here = false;
    expect(bench.minutes(60).news().slice(1)).toEqual(['override GONE']);
    expect(bench.asked('P08').news()).toEqual(['override ASKED person=P08']);
  });

  it('takes signatures from outside, of two different people of the list, and says why it takes no others', () => {
    const bench = new DeskBench(['staff', 'nurse', 'P07']).asked().signs('trainer').signs('P07').signs('nurse');
    expect(bench.news()).toEqual(['override ASKED person=P07', 'override SIGNED first=nurse']);
    expect(bench.signs('nurse').signs('staff').news()).toEqual(['override SIGNED_BY_ANOTHER second=staff']);
    expect(bench.signs('nurse').refusals).toEqual([
      'trainer: may not sign here',
      'P07: the person themself',
      'nurse: signed already',
      'nurse: nobody is locked out',
    ]);
    expect([bench.minutes(60).news(), bench.of('nobody-to-sign')]).toEqual([[], []]);
  });

  it('takes one from outside and one from the list, and waits anew for the second', () => {
    const bench = new DeskBench().asked().minutes(2).signs('staff').minutes(3.99);
    expect(bench.news().slice(1)).toEqual(['override SIGNED first=staff']);
    expect(bench.minutes(0.01).news()).toEqual(['override SIGNED_BY_ANOTHER second=nurse']);
  });

  it('forgets the first signature of a wish that was withdrawn', () => {
    const bench = new DeskBench().asked().minutes(3).tell('signers', { type: 'OVERRIDE_WITHDRAWN', person: 'P07' });
    expect(bench.minutes(60).news()).toEqual(['override ASKED person=P07', 'override SIGNED first=staff']);
    expect(bench.asked().signs('nurse').news()).toEqual(['override ASKED person=P07', 'override SIGNED first=nurse']);
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
      expect(bench.signs('staff').minutes(4).news()).toEqual(['override SIGNED_BY_ANOTHER second=nurse']);
  });

  it('is an error to tell it what it does not know', () => {
    expect(() => new DeskBench().tell('signers', { type: 'NEWS' })).toThrow('m1/signers does not know the event NEWS');
  });
});
