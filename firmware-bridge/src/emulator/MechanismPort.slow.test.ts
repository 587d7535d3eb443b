import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WIRE_CODES } from '../wire/registerMap.js';
import { compileC } from './node/compileC.js';
import { PortBench } from './test/PortBench.js';

const phaseOf = (name: (typeof WIRE_CODES.phases)[number]) => WIRE_CODES.phases.indexOf(name) + 1;
const modeOf = (name: (typeof WIRE_CODES.modes)[number]) => WIRE_CODES.modes.indexOf(name) + 1;

function starts(bench: PortBench): number {
  return bench.of('drive').filter(({ payload }) => payload.on).length;
}

describe('pins', () => {
  it('reach the board: door, tamper, flap, bolt and beam, by their bits', () => {
    const bench = new PortBench().boot();
    const levels = () => (bench.registers(0x10, 12)[7] ?? 0) & 0x1f;
    expect(levels()).toBe(0);
    bench.mechanism.hand({ name: 'open-door' });
    expect(levels()).toBe(1);
    bench.mechanism.hand({ name: 'close-door' });
    bench.mechanism.tamper(true);
    expect(levels()).toBe(2);
    bench.mechanism.tamper(false);
    bench.mechanism.fault({ cause: 'blind-beam', cartridge: 0 });
    expect(levels()).toBe(16);
  });

  it('the converter reads the supply', () => {
    const bench = new PortBench().boot();
    bench.mechanism.supply(11_480);
    bench.run(600);
    expect(bench.registers(0x20, 2)[1]).toBe(11_480);
  });

  it('[B1] two rows at once turn nothing, and are told', () => {
    const image = compileC(
      'int main(void) { DDRA = 0xff; DDRC = 0x3f; PORTC = 2; PORTA = 1; _delay_ms(5); PORTA = 3; for (;;); }',
    );
    const bench = new PortBench({ image }).boot();
    expect(bench.of('drive').map(({ payload }) => [payload.cartridge, payload.on])).toEqual([
      [2, true],
      [2, false],
    ]);
    expect(bench.of('matrix').map(({ payload }) => payload)).toEqual([{ rows: 3, columns: 2 }]);
  });
});

describe('a coil that is held', () => {
  it('[B2] is cut 250 ms after its current passed the limit, within 3 ms', () => {
    const bench = new PortBench().boot();
    bench.mechanism.fault({ cause: 'stall-by-current', cartridge: 3 });
    bench.vend(1, 3);
    bench.run(4_000);
    const [rise] = bench.of('current');
    const [, off] = bench.of('drive');
    const tookMs = ((off?.t_us ?? 0) - (rise?.t_us ?? 0)) / 1_000;
    expect(tookMs).toBeGreaterThanOrEqual(250);
    expect(tookMs).toBeLessThanOrEqual(253);
    expect(bench.order()).toMatchObject({ phase: phaseOf('jammed'), mode: modeOf('stall-current') });
  });
});

describe('power', () => {
  it('[W14, B6] that goes in a motion stops the motor at that instant; the next start ends the order as interrupted', () => {
    const bench = new PortBench().boot();
    bench.vend(7, 20);
    bench.run(700.25);
    bench.port.cutPower();
    bench.run(500);
    expect(bench.of('drive')[1]).toMatchObject({ payload: { on: false } });
    expect(bench.of('drive')[1]?.t_us).toBe(bench.kernel.now_us - 500_000);
    bench.boot();
    expect(bench.registers(0, 8)[6]).toBe(2);
    expect(bench.order()).toEqual({ order: 7, phase: phaseOf('jammed'), mode: modeOf('interrupted') });
  });

  it('[B4, W12] that goes at any instant leaves an order that moves once at most, however often it is asked for again', () => {
    // Half of the cuts fall between the command's first bit and the motor's start, half into the motion.
    const cut = fc.oneof(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 40_000, max: 2_350_000 }));
    const seen = { unknown: 0, interrupted: 0, torn: 0 };
    fc.assert(
      fc.property(cut, fc.integer({ min: 0, max: 90_000 }), fc.nat(1_000), (cut_us, again_us, seed) => {
        const bench = new PortBench({ seed }).boot();
        bench.send(bench.vending(1, 9));
        for (const us of [cut_us, again_us]) {
          bench.kernel.runUntil(bench.kernel.now_us + us);
          bench.port.cutPower();
          bench.run(10);
          bench.port.powerUp();
        }
        bench.run(100);
        const { order, phase, mode } = bench.order();
        const before = starts(bench);
        // Three starts at most; a number that was torn is counted again, never lower.
        expect(bench.registers(0, 8)[6]).toBeGreaterThanOrEqual(2);
        if (before === 1) expect(order).toBe(1);
        if (order === 1) expect({ phase, mode }).toEqual({ phase: phaseOf('jammed'), mode: modeOf('interrupted') });
        bench.vend(1, 9);
        bench.run(3_500);
        expect(starts(bench)).toBe(order === 1 ? before : 1);
        seen[order === 1 ? 'interrupted' : 'unknown'] += 1;
        seen.torn += bench.port.board.tornBytes;
      }),
      { numRuns: 40 },
    );
    expect(seen.unknown).toBeGreaterThan(0);
    expect(seen.interrupted).toBeGreaterThan(0);
    expect(seen.torn).toBeGreaterThan(0);
  });
});

describe('the same again', () => {
  const life = (bench: PortBench) => {
    bench.vend(1, 8);
    bench.run(900);
    bench.mechanism.hand({ name: 'open-door' });
    bench.run(300);
    bench.mechanism.hand({ name: 'close-door' });
    bench.vend(2, 9);
    bench.run(3_000);
    return bench;
  };

  it('two runs give the same digest', () => {
    const [one, other] = [life(new PortBench().boot()), life(new PortBench().boot())];
    expect(one.kernel.digests).toEqual(other.kernel.digests);
    expect(one.port.board.save()).toEqual(other.port.board.save());
    expect(one.entries.length).toBeGreaterThan(12);
  });

  it('a checkpoint of the kernel holds the board wherever it is taken', () => {
    for (const at of [3, 101, 404.04, 777.7, 1_500]) {
      const whole = new PortBench().boot();
      whole.vend(1, 8);
      whole.run(at);
      const checkpoint = JSON.parse(JSON.stringify(whole.kernel.checkpoint()));
      const other = new PortBench();
      other.kernel.restore(checkpoint);
      whole.run(3_000);
      other.run(3_000);
      expect(other.kernel.digests).toEqual(whole.kernel.digests);
      expect(other.port.board.save()).toEqual(whole.port.board.save());
      expect(other.mechanism.truth(8)).toMatchObject({ onCoil: 13, inBox: 1 });
    }
  });
});
