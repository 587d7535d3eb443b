import { describe, expect, it } from 'vitest';
import { WIRE_CODES } from '../wire/registerMap.js';
import { PortBench } from './test/PortBench.js';

const DROPPED = WIRE_CODES.phases.indexOf('dropped') + 1;

describe('the reference firmware on the emulated board', () => {
  it('[W7, B1] says who it is, and vends one package of the cartridge that was asked for', () => {
    const bench = new PortBench().boot();
    const [magic, map, , , cartridges, , boots, cause] = bench.registers(0, 8);
    expect({ magic, major: (map ?? 0) >> 8, cartridges, boots, cause }).toEqual({
      magic: 0x4457,
      major: 1,
      cartridges: 48,
      boots: 1,
      cause: 1,
    });
    expect(bench.vend(1, 8)).toEqual([16, 0, 0, 0, 8]);
    bench.run(3_500);
    expect(bench.order()).toEqual({ order: 1, phase: DROPPED, mode: 0 });
    expect(bench.mechanism.truth(8)).toMatchObject({ onCoil: 13, inBox: 1 });
    expect(bench.of('drive').map(({ payload }) => [payload.cartridge, payload.on])).toEqual([
      [8, true],
      [8, false],
    ]);
    expect(bench.of('drive')[1]?.payload.coil_mdeg).toBeGreaterThan(355_000);
  });
});
