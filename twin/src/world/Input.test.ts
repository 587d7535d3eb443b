import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Payload } from '../kernel/trace.js';
import { FAULT_CAUSES } from '../spec/WorldSpec.js';
import { HAND_NAMES, INPUT_ROLES, type Input, inputOfEntry, inputPayload } from './Input.js';

const text = fc.string({ minLength: 1, maxLength: 12 });
const cartridge = fc.integer({ min: 1, max: 48 });
const common = { t_us: fc.nat(), role: fc.constantFrom(...INPUT_ROLES) };
const input: fc.Arbitrary<Input> = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constant('hand' as const),
    machine: text,
    hand: fc.constantFrom(...HAND_NAMES),
    cartridge: fc.integer({ min: 0, max: 48 }),
    packages: fc.integer({ min: 0, max: 14 }),
  }),
  fc.record({
    ...common,
    kind: fc.constant('fault' as const),
    machine: text,
    cause: fc.constantFrom(...FAULT_CAUSES),
    cartridge,
  }),
  fc.record({ ...common, kind: fc.constant('network' as const), machine: text, up: fc.boolean() }),
  fc.record({ ...common, kind: fc.constant('cold-hands' as const), person: text, cold: fc.boolean() }),
  fc.record({ ...common, kind: fc.constantFrom('key-on-site' as const, 'sign-override' as const), machine: text, by: text }),
  fc.record({ ...common, kind: fc.constant('count' as const), machine: text, cartridge, first: text, second: text }),
);

const entry = (kind: string, payload: object, source = 'input') => ({
  t_us: 5,
  level: 3 as const,
  source,
  kind,
  payload: payload as Payload,
});
const COUNT = { role: 'nurse', machine: 'm1', cartridge: 7, first: 'A', second: 'B' };
const HAND = { role: 'engineer', machine: 'm1', hand: 'load', cartridge: 7, packages: 3 };

describe('an input', () => {
  it('read back from its entry is itself', () => {
    fc.assert(
      fc.property(input, (one) => {
        expect(inputOfEntry({ ...entry(one.kind, inputPayload(one)), t_us: one.t_us })).toEqual(one);
      }),
      { seed: 20261121 },
    );
  });

  it.each([
    ['of another source', entry('count', COUNT, 'nurse'), "there is no input 'count'"],
    ['of another kind', entry('served', COUNT), "there is no input 'served'"],
    ['of a kind that every object has', entry('constructor', COUNT), "there is no input 'constructor'"],
    ['of a role that nobody has', entry('count', { ...COUNT, role: 'root' }), 'input \'count\': role cannot be "root"'],
    ['without a signature', entry('count', { ...COUNT, second: '' }), 'input \'count\': second cannot be ""'],
    ['with a cartridge too many', entry('count', { ...COUNT, cartridge: 49 }), "input 'count': cartridge cannot be 49"],
    [
      'with no cartridge where there must be one',
      entry('count', { ...COUNT, cartridge: 0 }),
      "input 'count': cartridge cannot be 0",
    ],
    ['with half a cartridge', entry('hand', { ...HAND, cartridge: 1.5 }), "input 'hand': cartridge cannot be 1.5"],
    ['with fewer than no packages', entry('hand', { ...HAND, packages: -1 }), "input 'hand': packages cannot be -1"],
    ['with more packages than hands carry', entry('hand', { ...HAND, packages: 61 }), "input 'hand': packages cannot be 61"],
    ['with a hand that nobody has', entry('hand', { ...HAND, hand: 'kick' }), 'input \'hand\': hand cannot be "kick"'],
    ['with less than it needs', entry('network', { role: 'nurse', machine: 'm1' }), "input 'network': up cannot be undefined"],
    ['with more than it has', entry('count', { ...COUNT, name: 'x' }), "input 'count' has no name"],
    ['with what every object has', entry('count', { ...COUNT, constructor: 'x' }), "input 'count' has no constructor"],
    [
      'with a yes that is a word',
      entry('network', { role: 'nurse', machine: 'm1', up: 'yes' }),
      'input \'network\': up cannot be "yes"',
    ],
  ])('is refused in words: %s', (_, one, error) => {
    expect(inputOfEntry(one)).toEqual({ error });
  });
});
