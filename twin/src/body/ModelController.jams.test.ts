import { describe, expect, it } from 'vitest';
import { BodyBench, NO_CHANCE } from './test/BodyBench.js';

const bench = (parameters = {}) => new BodyBench({ parameters: { mechanism: { ...NO_CHANCE, ...parameters } } }).start();

describe('every jam mode, caused by the mechanism', () => {
  it('[H8] [M8] stall by current: cut 250 ms after the current passed the limit', () => {
    const b = bench();
    b.body.fault({ cause: 'stall-by-current', cartridge: 7 });
    b.vend(1, 7).run(5_000);
    expect(b.said).toEqual(['accepted 1', 'moving 1', 'jammed 1 stall-current']);
    expect(b.statesOf('cartridge-07').slice(-2)).toEqual(['jammed.stalled', 'lockedOut']);
    const high_us = b.of('mechanism', 'current')[0]?.t_us ?? 0;
    const off_us = b.of('mechanism', 'drive')[1]?.t_us ?? 0;
    const bound_us = b.of('mechanism', 'bound')[0]?.t_us ?? 0;
    expect(high_us - bound_us).toBeGreaterThan(25_000);
    expect(high_us - bound_us).toBeLessThan(35_000);
    // Sampled within a millisecond of the crossing, and cut as the next tick begins.
    expect(off_us - high_us).toBeGreaterThan(249_999);
    expect(off_us - high_us).toBeLessThanOrEqual(252_000);
    expect(b.body.truth(7)).toMatchObject({ onCoil: 14, inBox: 0 });
  });

  it('[M8] stall by the cam switch: it leaves home, never closes again, and the motor runs to its limit of 5 s', () => {
    const b = bench();
    b.body.fault({ cause: 'stall-by-cam', cartridge: 7 });
    b.vend(1, 7).run(8_000);
    expect(b.said.at(-1)).toBe('jammed 1 stall-cam');
    expect(b.statesOf('cartridge-07').slice(-2)).toEqual(['jammed.stalled', 'lockedOut']);
    expect(b.of('mechanism', 'cam').map((entry) => entry.payload.closed)).toEqual([false]);
    expect(b.of('mechanism', 'current')).toEqual([]);
    const [on, off] = b.of('mechanism', 'drive');
    expect((off?.t_us ?? 0) - (on?.t_us ?? 0)).toBe(5_000_000);
  });

  it('[M7] [C7] hang-up: three half turns, then hung up; a scheduled one hangs for good', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const b = new BodyBench({ seed }).start();
      b.body.fault({ cause: 'hang-up', cartridge: 19 });
      b.vend(1, 19).run(20_000);
      expect(b.said.at(-1)).toBe('jammed 1 hung-up');
      expect(b.statesOf('cartridge-19').slice(-2)).toEqual(['jammed.hungUp', 'lockedOut']);
      expect(b.of('mechanism', 'drive').filter((entry) => entry.payload.on)).toHaveLength(4);
      expect(b.of('mechanism', 'beam')).toEqual([]);
      expect(b.of('cartridge-19', 'state').at(-1)?.payload['counter.tries']).toBe(3);
    }
  });

  it('[M8] misalignment: the cam switch does not open within a second', () => {
    const b = bench();
    b.body.fault({ cause: 'misalignment', cartridge: 7 });
    b.vend(1, 7).run(5_000);
    expect(b.said.at(-1)).toBe('jammed 1 misaligned');
    expect(b.statesOf('cartridge-07').slice(-2)).toEqual(['jammed.misaligned', 'lockedOut']);
    const [on, off] = b.of('mechanism', 'drive');
    expect(on?.payload.speed_mdeg_s).toBe(0);
    expect((off?.t_us ?? 0) - (on?.t_us ?? 0)).toBe(1_000_000);
  });

  it.each([1, 19, 41, 48])(
    '[M9] [C10] double feed from cartridge %i: surplus, then jammed, and two packages in the box',
    (cartridge) => {
      for (let seed = 1; seed <= 10; seed++) {
        const b = new BodyBench({ seed }).start();
        b.body.fault({ cause: 'double-feed', cartridge });
        b.vend(1, cartridge).run(8_000);
        expect(b.said.slice(-2)).toEqual(['surplus', 'jammed 1 double-feed']);
        expect(b.stateOf(`cartridge-${String(cartridge).padStart(2, '0')}`)).toBe('lockedOut');
        expect(b.body.truth(cartridge)).toMatchObject({ onCoil: 12, inBox: 2 });
      }
    },
  );

  it('[M10] [C4] blind beam: dark before the motor turns, jammed at once, nothing moved', () => {
    const b = bench();
    b.body.fault({ cause: 'blind-beam', cartridge: 0 });
    b.run(2_000).vend(1, 7).run(2_000);
    expect(b.said).toEqual(['accepted 1', 'jammed 1 blind-beam']);
    expect(b.statesOf('cartridge-07')).toEqual(['home', 'jammed.blindBeam', 'lockedOut']);
    expect(b.of('mechanism', 'drive')).toEqual([]);
    b.body.hand({ name: 'open-door' });
    b.body.hand({ name: 'clean-beam' });
    b.body.hand({ name: 'close-door' });
    b.run(100);
    b.body.command({ name: 'clear', cartridge: 7 });
    b.vend(2, 7).run(5_000);
    expect(b.said.at(-1)).toBe('dropped 2');
  });

  it('[M10] a beam that sees nothing fall ends as hung up, with packages in the box', () => {
    const b = bench({ blindReadsDarkShare: 0 });
    b.body.fault({ cause: 'blind-beam', cartridge: 0 });
    b.vend(1, 7).run(20_000);
    expect(b.said.at(-1)).toBe('jammed 1 hung-up');
    expect(b.body.truth(7).inBox).toBe(2);
  });

  it('a beam that goes dark for good in a motion is lost: the order ends unseen', () => {
    const b = bench().vend(1, 7).run(500);
    b.body.fault({ cause: 'blind-beam', cartridge: 0 });
    b.run(10_000);
    expect(b.said.at(-1)).toBe('jammed 1 beam-lost');
    expect(b.stateOf('cartridge-07')).toBe('lockedOut');
  });

  it('[C12] blocked chute door: the bolt does not come, vends are refused, a hand frees it', () => {
    const b = bench().vend(1, 7).run(5_000);
    b.body.fault({ cause: 'blocked-chute-door', cartridge: 0 });
    b.body.command({ name: 'unlock', order: 1 });
    b.run(1_000);
    expect(b.said.at(-1)).toBe('flap-stuck');
    expect(b.stateOf('interlock')).toBe('door.closed,flap.stuck,beam.lit,supply.good,tamper.shut');
    b.body.hand({ name: 'take' });
    b.vend(2, 8).run(3_000);
    expect(b.said.at(-1)).toBe('refused 2 chute-blocked');
    expect(b.body.truth(7).inBox).toBe(1);
    b.body.hand({ name: 'open-door' });
    b.body.hand({ name: 'free-flap' });
    b.run(200);
    expect(b.said.slice(-2)).toEqual(['door-opened', 'flap-freed']);
    b.body.hand({ name: 'close-door' });
    b.run(10).vend(2, 8).run(5_000);
    expect(b.said.at(-1)).toBe('dropped 2');
  });

  it('[C9] [H8] the door opened in a motion: interrupted', () => {
    for (const afterMs of [200, 900, 1_700, 2_050, 2_400]) {
      const b = bench().vend(1, 7).run(afterMs);
      b.body.hand({ name: 'open-door' });
      b.run(3_000);
      // What was in the air by then still falls, and is a surplus.
      const falls = afterMs === 1_700 ? ['surplus'] : [];
      expect(b.said.slice(2)).toEqual(['door-opened', 'jammed 1 interrupted', ...falls]);
      expect(b.statesOf('cartridge-07').slice(-2)).toEqual(['jammed.interrupted', 'lockedOut']);
      expect(b.of('mechanism', 'drive').at(-1)?.payload.on).toBe(false);
    }
  });
});

describe('recovery', () => {
  it('[C8] frees a hung package that the scenario eased, into the reject bin; the next vend gives one again', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const b = new BodyBench({ seed }).start();
      b.body.fault({ cause: 'hang-up', cartridge: 19 });
      b.vend(1, 19).run(20_000);
      b.body.ease(19);
      b.body.command({ name: 'recover', order: 2, cartridge: 19 });
      b.run(10_000);
      expect(b.said.slice(-3)).toEqual(['accepted 2', 'moving 2', 'recovered 2']);
      expect(b.stateOf('cartridge-19')).toBe('home');
      expect(b.body.truth(19)).toMatchObject({ onCoil: 13, inBox: 0, rejected: 1 });
      b.vend(3, 19).run(10_000);
      expect(b.said.at(-1)).toBe('dropped 3');
      expect(b.body.truth(19)).toMatchObject({ onCoil: 12, inBox: 1, rejected: 1 });
      expect(b.of('mechanism', 'diverter').map((entry) => entry.payload.to)).toEqual(['reject', 'box']);
    }
  });

  it('[C10] counts a second package in a recovery as surplus, and rejects it too', () => {
    const b = bench();
    b.body.fault({ cause: 'stall-by-current', cartridge: 19 });
    b.vend(1, 19).run(5_000);
    b.body.ease(19);
    b.body.fault({ cause: 'double-feed', cartridge: 19 });
    b.body.command({ name: 'recover', order: 2, cartridge: 19 });
    b.run(10_000);
    expect(b.said.slice(-2)).toEqual(['surplus', 'recovered 2']);
    expect(b.body.truth(19)).toMatchObject({ onCoil: 12, inBox: 0, rejected: 2 });
  });

  it('[C8] ends as recovered when one package falls', () => {
    const b = bench();
    b.body.fault({ cause: 'stall-by-current', cartridge: 19 });
    b.vend(1, 19).run(5_000);
    b.body.ease(19);
    b.body.command({ name: 'recover', order: 2, cartridge: 19 });
    b.run(10_000);
    expect(b.said.at(-1)).toBe('recovered 2');
    expect(b.stateOf('cartridge-19')).toBe('home');
    expect(b.body.truth(19)).toMatchObject({ onCoil: 13, inBox: 0, rejected: 1 });
    b.vend(3, 19).run(10_000);
    expect(b.said.at(-1)).toBe('dropped 3');
  });

  it('[C8] jams again where the cause stands', () => {
    for (const [cause, mode] of [
      ['stall-by-current', 'stall-current'],
      ['stall-by-cam', 'stall-cam'],
      ['misalignment', 'misaligned'],
      ['hang-up', 'hung-up'],
    ] as const) {
      const b = bench();
      b.body.fault({ cause, cartridge: 9 });
      b.vend(1, 9).run(20_000);
      b.body.command({ name: 'recover', order: 2, cartridge: 9 });
      b.run(20_000);
      expect(b.said.at(-1)).toBe(`jammed 2 ${mode}`);
      expect(b.stateOf('cartridge-09')).toBe('lockedOut');
    }
  });

  it('takes at most three half turns', () => {
    const b = bench();
    b.body.fault({ cause: 'hang-up', cartridge: 9 });
    b.vend(1, 9).run(20_000);
    const before = b.of('mechanism', 'drive').filter((entry) => entry.payload.on).length;
    b.body.command({ name: 'recover', order: 2, cartridge: 9 });
    b.run(20_000);
    expect(b.of('mechanism', 'drive').filter((entry) => entry.payload.on).length - before).toBe(3);
  });
});
