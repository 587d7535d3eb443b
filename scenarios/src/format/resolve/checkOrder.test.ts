import { describe, expect, it } from 'vitest';
import { broken } from '../test/aScenario.js';
import { headsOf } from '../test/headsOf.js';

const parameters = (text: string) => headsOf(broken('  link:\n    lossNoticedMs: 45 s\n', text));

describe('figures that belong together', () => {
  it('must rise: the least above the likeliest, which is left at its default', () => {
    expect(parameters('  support:\n    callLeastMin: 7 min\n')).toEqual([
      "35:19  parameters.support.callLeastMin: 'callLeastMin' of 7 min lies above callLikelyMin, 3 min, as it is left here; callLeastMin must be at most callLikelyMin",
    ]);
  });

  it('must rise: the most below the likeliest, in another unit', () => {
    expect(parameters('  support:\n    callLikelyMin: 5 min\n    callMostMin: 90 s\n')).toEqual([
      "35:20  parameters.support.callLikelyMin: 'callLikelyMin' of 5 min lies above callMostMin, 1.5 min; callLikelyMin must be at most callMostMin",
    ]);
  });

  it('must rise: pairs of a least and a most, and of a from and a to', () => {
    expect(parameters('  reader:\n    captureMostMs: 500 ms\n  mechanism:\n    secondFallFromMs: 400 ms\n').length).toBe(2);
  });

  it('may be equal, and may be set together to what their defaults would forbid', () => {
    expect(parameters('  support:\n    callLeastMin: 9 min\n    callLikelyMin: 9 min\n    callMostMin: 9 min\n')).toEqual([]);
  });

  it('are held against the scenario’s where a machine sets its own', () => {
    const machine = broken(
      '    site: lobby\npeople',
      '    site: lobby\n    parameters:\n      overrideDesk:\n        firstMostMin: 2 min\npeople',
    );
    expect(headsOf(machine)).toEqual([
      "18:23  machines.lobby-1.parameters.overrideDesk.firstMostMin: 'firstMostMin' of 2 min lies below firstLikelyMin, 3 min, as it is left here; firstLikelyMin must be at most firstMostMin",
    ]);
    expect(headsOf(machine.replace('  link:', '  overrideDesk:\n    firstLikelyMin: 1.5 min\n  link:'))).toEqual([]);
  });
});

describe('a seed', () => {
  it('may be as large as on the command line, and no larger', () => {
    expect(headsOf(broken('seed: 7', 'seed: 9007199254740991'))).toEqual([]);
    expect(headsOf(broken('seed: 7', 'seed: 9007199254740992'))).toEqual([
      '5:7  seed: 9007199254740992 is not a seed; write a whole number from 0 to 9007199254740991',
    ]);
  });
});
