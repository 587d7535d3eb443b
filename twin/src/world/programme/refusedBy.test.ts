import { describe, expect, it } from 'vitest';
import type { AdmissionSpec } from '../../spec/ProgrammeSpec.js';
import { refusedBy } from './refusedBy.js';

const open: AdmissionSpec = {
  refuses: [],
  requires: [],
  tenantsOnly: false,
  witnessed: false,
  screenEveryD: null,
  needsPrescription: true,
};
const rule = (admission: Partial<AdmissionSpec>, traits: readonly string[], home: string | null = null) =>
  refusedBy({ id: 'house', admission: { ...open, ...admission } }, { traits: new Set(traits), home });

describe('[P3] refusedBy', () => {
  it('takes everybody on where there is no rule', () => {
    expect(refusedBy({ id: 'house' }, { traits: new Set(['liver']), home: null })).toBeNull();
    expect(rule({}, ['liver'])).toBeNull();
  });

  it('tells the first rule that fails: tenancy, what is required, what is refused, in the order written', () => {
    const strict = { tenantsOnly: true, requires: ['screen', 'card'], refuses: ['kidney', 'liver'] };
    expect(rule(strict, ['liver'])).toBe('tenants-only');
    expect(rule(strict, ['liver'], 'house')).toBe('requires-screen');
    expect(rule(strict, ['liver', 'screen'], 'house')).toBe('requires-card');
    expect(rule(strict, ['liver', 'kidney', 'screen', 'card'], 'house')).toBe('refuses-kidney');
    expect(rule(strict, ['screen', 'card'], 'house')).toBeNull();
  });
});
