import { describe, expect, it } from 'vitest';
import { controllerTables } from '../emit/controllerCharts.js';
import { effectsFiles } from './effectsSource.js';
import { registersHeader } from './registersHeader.js';

describe('what the generated C says', () => {
  it('each signal, mode and told event of the charts has its number in registers.h or cartridge.h', () => {
    const { source } = effectsFiles();
    const used = new Set(source.match(/\b(SIGNAL|MODE)_[A-Z_]+\b(?=,)/g));
    const known = registersHeader();
    expect(used.size).toBeGreaterThan(20);
    for (const name of used) expect(known).toContain(`  ${name} = `);
  });

  it('refuses an effect that the board cannot do', () => {
    const [cartridge] = controllerTables();
    if (cartridge === undefined) throw new Error('the controller has no charts');
    const ops = cartridge.ops.map((op) =>
      op.op === 'effect' && op.type === 'drive' ? { ...op, params: { actuator: 'heater', to: 'on' } } : op,
    );
    expect(() => effectsFiles([{ ...cartridge, ops }])).toThrow('chart cartridge: the board cannot drive');
  });

  it('says where blocks begin and end, and a value from the beginning of its block', () => {
    const header = registersHeader();
    for (const line of ['STATUS_AT = 0x0010', 'RING_END = 0x0200', 'STATUS_HAS_UPTIME_MS = 4', 'COMMAND_CLEAR = 4'])
      expect(header).toContain(`  ${line}`);
    expect(header).toMatch(/^[\x20-\x7e\n]*$/);
  });
});
