import { describe, expect, it } from 'vitest';
import { findScenario } from '../node/library.js';
import { BadChange, changeScenario, readChange } from './changeScenario.js';
import { readSide, type Side } from './Side.js';

const found = findScenario('stuck-dose-no-key');
if (!('scenario' in found)) throw new Error('the library lacks stuck-dose-no-key');
const { text, file } = found.scenario;
const side = (set: string, variant: string | null = null): Side => {
  return { name: 'changed', file, text, variant, changes: [readChange(set)] };
};

function specOf(set: string, variant: string | null = null) {
  const read = readSide(side(set, variant));
  if ('problems' in read) throw new Error(read.problems[0]?.message);
  return read.resolve(1).spec;
}

describe('a changed scenario', () => {
  it('takes a share, a duration, a yes, a list and a figure of the model, as the file would write them', () => {
    const residents = specOf('people.residents.attendance=60 %').people.filter(({ id }) => id !== 'P19');
    expect(residents.map(({ arrival }) => arrival)).toContainEqual({ kind: 'habit', attendance: 0.6 });
    expect(specOf('length=3 h').length_us).toBe(3 * 3_600_000_000);
    expect(specOf('contacts.pharmacy.key=no').contacts[0]?.hasKey).toBe(false);
    expect(specOf('contacts.nurse.travel=[1 min, 2 min, 3 min]').contacts[1]?.travelMin).toEqual([1, 2, 3]);
    expect(specOf('parameters.mechanism.jamShare=1 %').parameters).toEqual({ mechanism: { jamShare: 0.01 } });
    expect(specOf('faults.0.cause=misalignment').faults).toMatchObject([{ cause: 'misalignment' }]);
  });

  it('goes before what a variant says of the same', () => {
    expect(specOf('contacts.desk.remote=cannot-free', 'desk-open-frees').contacts.at(-1)?.remote).toBe('cannot-free');
    expect(specOf('contacts.nurse.key=no', 'key-on-site').contacts.map(({ hasKey }) => hasKey)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('that means nothing is told by the loader, with the name that was meant', () => {
    const read = readSide(side('people.residents.atendance=60 %'));
    expect('problems' in read && read.problems[0]?.message).toContain('did you mean attendance?');
  });

  it('is refused where no path or no value is', () => {
    expect(() => readChange('attendance')).toThrow(BadChange);
    expect(() => readChange('people.residents={a: b}')).toThrow('no value for people.residents');
    expect(() => changeScenario(text, null, [{ path: 'title.of.it', value: 1 }])).toThrow('title holds a value');
    expect(() => changeScenario(text, null, [{ path: 'people..x', value: 1 }])).toThrow(BadChange);
  });
});

it('every assumption of the library can be set to its least and its most, with every variant', () => {
  const { scenario } = found;
  expect(scenario.assumptions.length).toBeGreaterThan(3);
  for (const { set, low, high } of scenario.assumptions) {
    for (const value of [low, high]) {
      for (const variant of [null, ...scenario.variants.map(({ name }) => name)]) {
        const read = readSide({ name: set, file, text, variant, changes: [{ path: set, value }] });
        expect('problems' in read ? read.problems[0]?.message : 'loads').toBe('loads');
      }
    }
  }
});
