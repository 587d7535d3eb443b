import { describe, expect, it } from 'vitest';
import { Refusal } from '../Refusal.js';
import { sidesOf } from './sidesOf.js';

describe('the sides of a comparison', () => {
  it('are the names; or a name and its variants; or a name and itself changed', () => {
    expect(sidesOf(['stuck-dose-no-key'], []).map(({ name }) => name)).toEqual([
      'stuck-dose-no-key',
      'stuck-dose-no-key:key-on-site',
      'stuck-dose-no-key:desk-open-frees',
      'stuck-dose-no-key:desk-open-cannot-free',
    ]);
    const changes = [{ path: 'length', value: '3 h' }];
    expect(sidesOf(['routine-day'], ['length=3 h']).map((side) => side.changes)).toEqual([[], changes]);
    const both = sidesOf(['routine-day', 'stuck-dose-no-key:key-on-site'], ['length=3 h']);
    expect(both.map(({ variant, changes }) => [variant, changes])).toEqual([
      [null, changes],
      ['key-on-site', changes],
    ]);
  });

  it.each([
    [[], [], 'Name a scenario'],
    [['stuck-dose-no-key:key-onsite'], [], 'did you mean key-on-site?'],
    [['stuck-dose-no-key'], ['people'], 'write PATH=VALUE'],
    [['every-draw'], [], 'has no variants'],
    [['routine-day', 'routine-day'], [], 'named twice'],
  ])('are refused for %j with %j', (written, set, says) => {
    expect(() => sidesOf(written, set)).toThrow(Refusal);
    expect(() => sidesOf(written, set)).toThrow(says);
  });
});
