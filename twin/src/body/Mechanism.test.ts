import { describe, expect, it } from 'vitest';
import type { FaultCause } from '../spec/WorldSpec.js';
import { BodyBench, NO_CHANCE } from './test/BodyBench.js';

/** A vend of one cartridge with a cause that takes hold at it, until the dust has settled. */
function vendWith(cause: FaultCause | null, cartridge: number, parameters = {}): BodyBench {
  const bench = new BodyBench({ parameters: { mechanism: { ...NO_CHANCE, ...parameters } } }).start();
  if (cause !== null) bench.body.fault({ cause, cartridge });
  return bench.run(1).vend(1, cartridge).run(20_000);
}

describe('a vend without a fault', () => {
  it.each([1, 12, 19, 28, 36, 48])('[M2] cartridge %i gives one package, after one whole turn', (cartridge) => {
    const bench = vendWith(null, cartridge);
    expect(bench.said).toEqual(['accepted 1', 'moving 1', 'dropped 1']);
    expect(bench.body.truth(cartridge)).toEqual({ loaded: 14, onCoil: 13, falling: 0, inBox: 1, taken: 0, rejected: 0 });
    const [on, off] = bench.of('mechanism', 'drive');
    expect(on?.payload).toMatchObject({ on: true, coil_mdeg: 0, speed_mdeg_s: 180_000 });
    expect(off?.payload.coil_mdeg).toBeGreaterThan(355_000);
    expect(off?.payload.coil_mdeg).toBeLessThan(361_000);
    expect(bench.of('mechanism', 'release')[0]?.payload.coil_mdeg).toBe(280_800);
  });

  it('[M1] fourteen vends empty a cartridge, one pitch each, without drift', () => {
    const bench = new BodyBench().start();
    for (let order = 1; order <= 14; order++) bench.vend(order, 7).run(4_000);
    expect(bench.said.filter((word) => word.startsWith('dropped'))).toHaveLength(14);
    expect(bench.body.truth(7)).toMatchObject({ onCoil: 0, inBox: 14 });
    const angles = bench.of('mechanism', 'release').map((entry) => entry.payload.coil_mdeg);
    expect(angles).toEqual(Array.from({ length: 14 }, (_, i) => i * 360_000 + 280_800));
  });

  it('[M1] costs few events: nothing is asked of the kernel between angles of interest', () => {
    const bench = new BodyBench().start().run(1_000);
    const before = bench.kernel.steps;
    bench.vend(1, 3).run(10_000);
    expect(bench.kernel.steps - before).toBeLessThanOrEqual(22);
  });

  it('[M5] opening the door stops the coil at that instant', () => {
    const bench = new BodyBench().start().vend(1, 3).run(700.5);
    bench.body.hand({ name: 'open-door' });
    bench.run(50);
    const off = bench.of('mechanism', 'drive')[1];
    expect(off?.t_us).toBe(700_500);
    expect(off?.payload).toMatchObject({ on: false, speed_mdeg_s: 0 });
  });

  it('[M5] a motor that is driven while the door is open does not start, nor when it shuts', () => {
    const { body, ...bench } = new BodyBench();
    body.hand({ name: 'open-door' });
    body.mechanism.actuate({ type: 'MOTOR', cartridge: 3, on: true }, 0);
    body.hand({ name: 'close-door' });
    bench.kernel.runUntil(1_000_000);
    expect(bench.entries.map(({ kind }) => kind)).toEqual(['door', 'door']);
  });
});

describe('luck and what follows from it', () => {
  it('[M11] a package that the beam misses leads to further half turns and a second package', () => {
    const bench = vendWith(null, 19, { sensorMissShare: 1 });
    expect(bench.said.at(-1)).toBe('jammed 1 hung-up');
    // One turn and three half turns: the release angle was passed twice.
    expect(bench.body.truth(19)).toMatchObject({ onCoil: 12, inBox: 2 });
  });

  it('[M11] a beam that darkens for nothing counts as a drop; the coil still holds the package', () => {
    const runs = Array.from({ length: 30 }, (_, seed) => {
      const bench = new BodyBench({
        seed,
        loaded: [0],
        cartridges: 1,
        parameters: { mechanism: { ...NO_CHANCE, falseDropShare: 1 } },
      });
      bench.start().vend(1, 1).run(20_000);
      return { end: bench.said.at(-1), truth: bench.body.truth(1) };
    });
    expect(runs.some(({ end }) => end === 'dropped 1')).toBe(true);
    for (const { truth } of runs) expect(truth).toMatchObject({ loaded: 0, onCoil: 0, inBox: 0 });
  });

  it('[M7] a hang-up by chance is shaken free by half turns as often as the shares say, and one package falls', () => {
    const runs = 300;
    const ends = [0, 0, 0, 0];
    const always = { ...NO_CHANCE, jamShare: 1, stallWeight: 0, misalignmentWeight: 0, doubleFeedWeight: 0, chuteDoorWeight: 0 };
    for (let seed = 0; seed < runs; seed++) {
      const bench = new BodyBench({ seed, cartridges: 1, parameters: { mechanism: always } }).start().vend(1, 1).run(12_000);
      const tries = Number(bench.of('cartridge-01', 'state').at(-1)?.payload['counter.tries']);
      const freed = bench.said.at(-1) === 'dropped 1';
      expect(bench.body.truth(1).inBox).toBe(freed ? 1 : 0);
      ends[freed ? tries - 1 : 3] = (ends[freed ? tries - 1 : 3] ?? 0) + 1;
    }
    // Each share of 300 within four standard errors: 0.6, 0.4 of what is left, 0.2 of that, and what hangs for good.
    for (const [i, share] of [0.6, 0.16, 0.048, 0.192].entries()) {
      expect(Math.abs((ends[i] ?? 0) - runs * share)).toBeLessThan(4 * Math.sqrt(runs * share * (1 - share)));
    }
  });

  it('[M6] jams by chance come as often as the share says, each an entry `fault`', () => {
    const bench = new BodyBench({ seed: 5, parameters: { mechanism: { ...NO_CHANCE, jamShare: 0.1 } } }).start();
    let order = 0;
    // Every package of every cartridge, so that a jammed lane costs no further motion of another.
    for (let round = 0; round < 10; round++) for (let n = 1; n <= 48; n++) bench.vend(++order, n).run(12_000);
    const motions = bench.said.filter((word) => word.startsWith('moving')).length;
    const faults = bench.of('mechanism', 'fault').length;
    const expected = motions * 0.1;
    expect(Math.abs(faults - expected)).toBeLessThan(4 * Math.sqrt(motions * 0.1 * 0.9) + 1);
  });

  it('[M13] one cartridge moving changes nothing about the luck of another', () => {
    const parameters = { mechanism: { jamShare: 0.3, sensorMissShare: 0.2, falseDropShare: 0.2 } };
    const luckOf = (others: boolean) => {
      const b = new BodyBench({ seed: 77, parameters }).start();
      for (let i = 0; i < 8; i++) {
        if (others) b.vend(2 * i + 1, 20).run(20_000);
        b.vend(2 * i + 2, 4).run(20_000);
      }
      const own = b.entries.filter((entry) => entry.level === 0 && entry.payload.cartridge === 4);
      return own.map(({ kind, payload }) => [kind, payload.cause ?? payload.coil_mdeg ?? payload.in]);
    };
    expect(luckOf(false).length).toBeGreaterThan(8);
    expect(luckOf(true)).toEqual(luckOf(false));
  });
});

describe('hands', () => {
  it('[M12] behind a closed door they do nothing', () => {
    const bench = vendWith('hang-up', 19);
    bench.body.hand({ name: 'free', cartridge: 19 });
    bench.body.hand({ name: 'load', cartridge: 2, packages: 3 });
    bench.body.hand({ name: 'unload', cartridge: 2, packages: 3 });
    bench.run(100);
    expect(bench.of('mechanism', 'free')).toEqual([]);
    expect(bench.body.truth(2).loaded).toBe(14);
  });

  it('[M12] `free` takes out what hung, and the lane works again', () => {
    const bench = vendWith('hang-up', 19);
    bench.body.hand({ name: 'open-door' });
    bench.body.hand({ name: 'free', cartridge: 19 });
    bench.body.hand({ name: 'close-door' });
    bench.run(100);
    expect(bench.of('mechanism', 'free')[0]?.payload).toEqual({ cartridge: 19, removed: 1, left: 13, box: 0 });
    bench.body.command({ name: 'clear', cartridge: 19 });
    bench.vend(2, 19).run(10_000);
    expect(bench.said.at(-1)).toBe('dropped 2');
    expect(bench.body.truth(19)).toEqual({ loaded: 14, onCoil: 12, falling: 0, inBox: 1, taken: 0, rejected: 1 });
  });

  it('[M12] a crushed package comes out with `free`, and the next vend gives the one behind it in one turn', () => {
    const bench = vendWith('stall-by-current', 30);
    bench.body.hand({ name: 'open-door' });
    bench.body.hand({ name: 'free', cartridge: 30 });
    bench.body.hand({ name: 'close-door' });
    bench.run(100);
    bench.body.command({ name: 'clear', cartridge: 30 });
    bench.vend(2, 30).run(10_000);
    expect(bench.said.at(-1)).toBe('dropped 2');
    expect(bench.of('cartridge-30', 'state').at(-1)?.payload['counter.tries']).toBe(0);
    expect(bench.body.truth(30)).toMatchObject({ onCoil: 12, rejected: 1, inBox: 1 });
    // The crushed package's pitch is empty: the coil was set to the one behind it.
    expect(bench.of('mechanism', 'release')[0]?.payload.coil_mdeg).toBe(360_000 + 280_800);
  });

  it('[M12] `load` fills a lane as far as it holds', () => {
    const bench = new BodyBench({ loaded: [12] }).start();
    bench.body.hand({ name: 'open-door' });
    bench.body.hand({ name: 'load', cartridge: 1, packages: 5 });
    bench.run(10);
    expect(bench.of('mechanism', 'load')[0]?.payload).toEqual({ cartridge: 1, packages: 2, left: 14 });
    expect(bench.body.look(1)).toMatchObject({ loaded: 14, onCoil: 14 });
  });

  it('[M12] `unload` takes out what is in front, no more than there is, and the next vend gives what was behind', () => {
    const bench = new BodyBench({ loaded: [12] }).start();
    bench.body.hand({ name: 'open-door' });
    bench.body.hand({ name: 'unload', cartridge: 1, packages: 5 });
    bench.body.hand({ name: 'close-door' });
    bench.run(10);
    expect(bench.of('mechanism', 'unload')[0]?.payload).toEqual({ cartridge: 1, removed: 5, left: 7 });
    bench.vend(1, 1).run(10_000);
    expect(bench.said.at(-1)).toBe('dropped 1');
    expect(bench.body.truth(1)).toEqual({ loaded: 12, onCoil: 6, falling: 0, inBox: 1, taken: 0, rejected: 5 });
    bench.body.hand({ name: 'open-door' });
    bench.body.hand({ name: 'unload', cartridge: 1, packages: 60 });
    bench.run(10);
    expect(bench.body.truth(1)).toMatchObject({ onCoil: 0, rejected: 11 });
  });

  it('[M12] `take` needs the bolt back, and leaves with all that lies in the box', () => {
    const bench = vendWith(null, 5);
    bench.body.hand({ name: 'take' });
    bench.run(3_000);
    expect(bench.of('mechanism', 'take')).toEqual([]);
    bench.body.command({ name: 'unlock', order: 1 });
    bench.run(200);
    bench.body.hand({ name: 'take' });
    bench.run(3_000);
    expect(bench.of('mechanism', 'take')[0]?.payload).toEqual({ packages: 1 });
    expect(bench.said.slice(-2)).toEqual(['flap-opened', 'flap-closed']);
    expect(bench.body.truth(5)).toMatchObject({ inBox: 0, taken: 1 });
  });
});
