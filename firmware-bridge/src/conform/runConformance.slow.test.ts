import { describe, expect, it } from 'vitest';
import { EmulatedLine } from './EmulatedLine.js';
import { CHECKS, runConformance, SilentBoard } from './runConformance.js';

const RULES = [...Array.from({ length: 18 }, (_, i) => `W${i + 1}`), ...Array.from({ length: 7 }, (_, i) => `B${i + 1}`)];

describe('conform on the emulated board', () => {
  it('every rule of PROTOCOL.md has a check', () => {
    expect([...new Set(CHECKS.map(({ rule }) => rule))].sort()).toEqual([...RULES].sort());
  });

  it('[W1 to W18] [B1 to B4] [B7] all that can be tried holds', async () => {
    const { findings, broken } = await runConformance(new EmulatedLine(), { armed: true });
    expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
    expect(broken).toBe(0);
    expect(findings.filter(({ verdict }) => verdict === 'not tried').map(({ rule }) => rule)).toEqual(['B5', 'B6']);
  });

  it('nothing that moves is tried unarmed', async () => {
    const line = new EmulatedLine();
    const { findings } = await runConformance(line, { armed: false, checks: CHECKS.filter(({ rule }) => rule !== 'W5') });
    expect(line.mechanism.entries.filter(({ kind }) => kind === 'drive' || kind === 'bolt')).toEqual([]);
    const why = findings.filter(({ verdict }) => verdict === 'not tried').map(({ says }) => says);
    expect(why.filter((says) => says.includes('--arm')).length).toBeGreaterThan(8);
  });

  it('a board that answers nothing is silent, not broken', async () => {
    const line = new EmulatedLine();
    line.mechanism.act({ name: 'power', on: false });
    await expect(runConformance(line, { armed: false })).rejects.toThrow(SilentBoard);
  });
});
