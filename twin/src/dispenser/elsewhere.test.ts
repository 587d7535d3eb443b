import { expect, it } from 'vitest';
import { epochOf } from '../calendar/zone.js';
import { Listener } from '../engine/test/Listener.js';
import { Kernel, type KernelCheckpoint, type KernelEvent } from '../kernel/Kernel.js';
import type { PersonSpec } from '../spec/WorldSpec.js';
import { Authoriser } from './Authoriser.js';

const HOUR = 3_600_000_000;
const ZONE = 'America/Halifax';
const PERSON: PersonSpec = {
  id: 'P1',
  machine: 'm1',
  cartridge: 7,
  windows: [
    { fromMin: 9 * 60, toMin: 11 * 60 },
    { fromMin: 12 * 60, toMin: 20 * 60 },
  ],
  minIntervalMin: 0,
  dailyCap: 4,
  arrival: { kind: 'instants', at_us: [] },
  hands: { cold: false, lotionOrDust: false },
  falseNonMatchRate: null,
};

/** Two machines at which one prescription is valid; time runs from midnight. */
class TwoMachines {
  readonly kernel = new Kernel({ seed: 1 });
  readonly #heard: string[] = [];

  constructor(change: Partial<PersonSpec> = {}) {
    const people = [{ ...PERSON, ...change }];
    for (const [machine, other] of [
      ['m1', 'm2'],
      ['m2', 'm1'],
    ] as const) {
      this.kernel.register(`${machine}/session`, 2, new Listener(machine, (words) => this.#heard.push(words)));
      new Authoriser(this.kernel, {
        machine,
        zone: ZONE,
        epoch_us: epochOf(ZONE, { year: 2021, month: 9, day: 14 }, 0),
        people,
        countOf: () => ({ loaded: 14, dispensed: 0, rejected: 0, remaining: 14, unknown: 0 }),
        programme: { laneOf: () => 7, holdsBack: () => null, others: () => [`${other}/authoriser`] },
        parameters: [],
      });
    }
  }

  tell(machine: string, type: string, event: Omit<KernelEvent, 'type'> = {}): this {
    this.kernel.post(`${machine}/authoriser`, { type, order: 1, cartridge: 7, ...event });
    this.kernel.runUntil(this.kernel.now_us);
    return this;
  }

  /** What a machine answers at an hour of the day: yes, or why not. */
  ask(machine: string, hour: number): string {
    this.kernel.runUntil(Math.round(hour * HOUR));
    this.kernel.post(`${machine}/authoriser`, { type: 'ASK', person: 'P1' });
    this.kernel.runUntil(this.kernel.now_us + 400_000);
    const [said = ''] = this.#heard.splice(0);
    return said.startsWith(`${machine} AUTHORISED`) ? 'yes' : said.replace(`${machine} REFUSED reason=`, '');
  }
}

/** One who has an order at the first machine, since 09:00. */
function inFlight(change: Partial<PersonSpec> = {}): TwoMachines {
  const two = new TwoMachines(change);
  expect(two.ask('m1', 9)).toBe('yes');
  return two;
}

it('[P5] an order in flight counts at the other machine, until it was refused', () => {
  expect(inFlight().ask('m2', 9.1)).toBe('unknown-elsewhere');
  expect(inFlight().tell('m1', 'ORDER_REFUSED').ask('m2', 9.1)).toBe('yes');
  expect(inFlight().tell('m1', 'DROPPED').ask('m2', 9.1)).toBe('too-soon');
});

it('[P5] one that ended unseen counts until the count, and then as the count has it', () => {
  const unseen = () => inFlight().tell('m1', 'JAMMED', { moved: true });
  expect(unseen().ask('m2', 9.1)).toBe('unknown-elsewhere');
  expect(unseen().tell('m1', 'LANE_FREE', { dispensed_change: 0 }).ask('m2', 9.1)).toBe('yes');
  expect(unseen().tell('m1', 'LANE_FREE', { dispensed_change: 1 }).ask('m2', 9.1)).toBe('too-soon');
  expect(unseen().tell('m1', 'DROPPED').ask('m2', 9.1)).toBe('too-soon');
});

it('[P5] one whose motor never turned gave nothing, and is had at the other machine', () => {
  expect(inFlight().tell('m1', 'JAMMED', { moved: false }).ask('m2', 9.1)).toBe('yes');
});

it('[P5] a dose that nobody took is none at the other machine either, once it was counted back', () => {
  const untaken = () => inFlight().tell('m1', 'DROPPED').tell('m1', 'NOT_TAKEN');
  expect(untaken().ask('m2', 9.1)).toBe('unknown-elsewhere');
  expect(untaken().tell('m1', 'LANE_FREE', { dispensed_change: -1 }).ask('m2', 9.1)).toBe('yes');
  expect(untaken().tell('m1', 'LANE_FREE', { dispensed_change: 0 }).ask('m2', 9.1)).toBe('too-soon');
});

it('[P5] it counts for the cap and the interval too, and keeps nobody from a later window that they allow', () => {
  const unseen = (change: Partial<PersonSpec> = {}) => inFlight(change).tell('m1', 'JAMMED', { moved: true });
  expect(unseen().ask('m2', 12)).toBe('yes');
  expect(unseen({ dailyCap: 1 }).ask('m2', 12)).toBe('unknown-elsewhere');
  const apart = { minIntervalMin: 240 };
  expect([unseen(apart).ask('m2', 12.9), unseen(apart).ask('m2', 13.1)]).toEqual(['unknown-elsewhere', 'yes']);
});

it('[P5, K7] a checkpoint holds what may have been given elsewhere', () => {
  const kept = JSON.stringify(inFlight().kernel.checkpoint());
  const again = new TwoMachines();
  again.kernel.restore(JSON.parse(kept) as KernelCheckpoint);
  expect(again.ask('m2', 9.1)).toBe('unknown-elsewhere');
});
