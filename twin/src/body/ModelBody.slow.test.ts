import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULT_CAUSES, type FaultCause } from '../spec/WorldSpec.js';
import type { Hand, Signal } from './hinge.js';
import { isBalanced } from './Lane.js';
import { BodyBench } from './test/BodyBench.js';

/** A machine on which things go wrong often. */
const UNLUCKY = {
  mechanism: { jamShare: 0.25, sensorMissShare: 0.1, falseDropShare: 0.1, blindReadsDarkShare: 0.5 },
  interlock: { flapUnlockedMs: 8_000 },
};
const LANES = [1, 2, 3, 4] as const;

type Act =
  | { readonly do: 'vend' | 'recover' | 'again' | 'stale' | 'clear' | 'ease'; readonly lane: number }
  | { readonly do: 'unlock' }
  | { readonly do: 'hand'; readonly hand: Hand }
  | { readonly do: 'fault'; readonly cause: FaultCause; readonly lane: number };

interface Step {
  readonly afterUs: number;
  readonly act: Act;
}

const lane = fc.constantFrom(...LANES);
const hand: fc.Arbitrary<Hand> = fc.oneof(
  fc.constantFrom<Hand>(
    { name: 'open-door' },
    { name: 'close-door' },
    { name: 'close-door' },
    { name: 'take' },
    { name: 'clean-beam' },
    { name: 'free-flap' },
  ),
  lane.map((cartridge): Hand => ({ name: 'free', cartridge })),
  fc
    .record({
      name: fc.constantFrom('load' as const, 'unload' as const),
      cartridge: lane,
      packages: fc.integer({ min: 0, max: 15 }),
    })
    .map((one): Hand => one),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('vend' as const), lane }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('recover', 'again', 'stale', 'clear', 'clear', 'ease'), lane }) },
  { weight: 2, arbitrary: fc.constant<Act>({ do: 'unlock' }) },
  { weight: 5, arbitrary: hand.map((one): Act => ({ do: 'hand', hand: one })) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fault' as const), cause: fc.constantFrom(...FAULT_CAUSES), lane }) },
);
// Short and long pauses: into the middle of a motion, onto a whole millisecond, and past its end.
const pause = fc.oneof(
  fc.nat(3_000_000),
  fc.nat(4_000).map((ms) => ms * 1_000),
  fc.constant(0),
  fc.constant(12_000_000),
);
const steps = fc.array(fc.record({ afterUs: pause, act }), { minLength: 1, maxLength: 30 });

class Life {
  readonly bench: BodyBench;
  readonly #asked = new Map<number, number>();
  #order = 0;

  constructor(seed: number) {
    this.bench = new BodyBench({ seed, cartridges: LANES.length, loaded: [14, 3, 1, 0], parameters: UNLUCKY }).start();
  }

  perform({ afterUs, act }: Step): void {
    this.bench.run(afterUs / 1_000);
    const { body } = this.bench;
    if (act.do === 'vend' || act.do === 'recover') this.#ask(act.do, ++this.#order, act.lane);
    else if (act.do === 'again' && this.#order > 0) this.#ask('vend', this.#order, this.#asked.get(this.#order) ?? act.lane);
    else if (act.do === 'stale' && this.#order > 1) this.#ask('vend', this.#order - 1, act.lane);
    else if (act.do === 'clear') body.command({ name: 'clear', cartridge: act.lane });
    else if (act.do === 'ease') body.ease(act.lane);
    else if (act.do === 'unlock') body.command({ name: 'unlock', order: Math.max(1, this.#order) });
    else if (act.do === 'hand') body.hand(act.hand);
    else if (act.do === 'fault') body.fault({ cause: act.cause, cartridge: act.lane });
  }

  #ask(name: 'vend' | 'recover', order: number, cartridge: number): void {
    this.#asked.set(order, cartridge);
    this.bench.body.command({ name, order, cartridge });
  }
}

/** [M4] Every package is somewhere, and nowhere twice. */
function expectBalance({ body }: BodyBench): void {
  for (const cartridge of LANES) {
    const truth = body.truth(cartridge);
    expect(isBalanced(truth), `cartridge ${cartridge}: ${JSON.stringify(truth)}`).toBe(true);
    expect(Math.min(...Object.values(truth))).toBeGreaterThanOrEqual(0);
  }
}

/** [H6] [H8] [C5] What the whole trace must hold. */
function expectOrders({ entries, signals }: BodyBench): void {
  const phases = new Map<number, string[]>();
  let doorOpen = false;
  let turning = 0;
  let moving: number | null = null;
  for (const { kind, payload } of entries) {
    const order = Number(payload.order);
    if (kind === 'door') doorOpen = payload.open === true;
    if (kind === 'drive') {
      turning = payload.on ? Number(payload.cartridge) : 0;
      if (payload.on) expect(moving, 'a motor started for no order').not.toBeNull();
    }
    // At the instant of the door's opening the next entry is that of the motor being cut.
    if (doorOpen && kind !== 'door') expect(turning, 'a motor turned while the door was open').toBe(0);
    if (kind !== 'phase') continue;
    // A refusal that stored nothing says nothing about an order's way.
    if (payload.phase === 'refused' && phases.get(order)?.at(-1) !== 'received') continue;
    phases.set(order, [...(phases.get(order) ?? []), String(payload.phase)]);
    if (payload.phase === 'moving') moving = order;
    else if (order === moving) moving = null;
  }
  const ways = new Set(['received refused', 'received accepted jammed', ...ENDS.map((end) => `received accepted moving ${end}`)]);
  for (const [order, way] of phases) expect(ways, `order ${order}: ${way.join(' ')}`).toContain(way.join(' '));
  const ends = signals.filter(({ name }) => ENDS.includes(name)).map(({ args }) => args.order);
  expect(new Set(ends).size, 'an order ended twice').toBe(ends.length);
  expect(signals.map(({ sequence }: Signal) => sequence)).toEqual(signals.map((_, i) => i + 1));
}

const ENDS: string[] = ['dropped', 'recovered', 'jammed'];

function live(seed: number, life: readonly Step[]): BodyBench {
  const one = new Life(seed);
  for (const step of life) {
    one.perform(step);
    expectBalance(one.bench);
  }
  one.bench.run(30_000);
  expectBalance(one.bench);
  expectOrders(one.bench);
  for (const cartridge of LANES) expect(one.bench.body.truth(cartridge).falling).toBe(0);
  return one.bench;
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe('any life of a machine', () => {
  it('[M4] [H5] [H6] [H8] [C5] accounts for every package, and moves no order twice', () => {
    fc.assert(
      fc.property(seeds, steps, (seed, life) => void live(seed, life)),
      { numRuns: 200 },
    );
  });

  it('is rich enough to mean something', () => {
    const seen = new Set<string>();
    // A seed of their own: what is rare would be missing from some lives drawn afresh.
    for (const [seed, life] of fc.sample(fc.tuple(seeds, steps), { seed: 1, numRuns: 100 })) {
      for (const { name, args } of live(seed, life).signals) seen.add(String(args.mode ?? args.reason ?? name));
    }
    for (const word of ['dropped', 'hung-up', 'stall-current', 'misaligned', 'interrupted', 'busy', 'door-open', 'locked-out']) {
      expect(seen, word).toContain(word);
    }
  });

  it('[K7] goes on to the same entries and digests from a checkpoint at any instant', () => {
    fc.assert(
      fc.property(seeds, steps, fc.nat(), (seed, life, cut) => {
        const at = cut % life.length;
        const whole = new Life(seed);
        for (const step of life.slice(0, at)) whole.perform(step);
        // Into the middle of whatever the last step began.
        whole.bench.run((cut % 2_500_000) / 1_000);
        const checkpoint = JSON.parse(JSON.stringify(whole.bench.kernel.checkpoint()));
        const from = whole.bench.entries.length;
        const heard = whole.bench.signals.length;

        const other = new BodyBench({ seed, cartridges: LANES.length, loaded: [14, 3, 1, 0], parameters: UNLUCKY });
        other.kernel.restore(checkpoint);
        for (const bench of [whole.bench, other]) {
          let order = 1_000;
          for (const { afterUs, act } of life.slice(at)) {
            bench.run(afterUs / 1_000);
            if (act.do === 'vend') bench.vend(++order, act.lane);
            else if (act.do === 'hand') bench.body.hand(act.hand);
            else if (act.do === 'fault') bench.body.fault({ cause: act.cause, cartridge: act.lane });
          }
          bench.run(20_000);
        }
        expect(other.entries).toEqual(whole.bench.entries.slice(from));
        expect(other.signals).toEqual(whole.bench.signals.slice(heard));
        expect(other.kernel.digests).toEqual(whole.bench.kernel.digests);
      }),
      { numRuns: 100 },
    );
  });
});
