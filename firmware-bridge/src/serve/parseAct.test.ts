import { describe, expect, it } from 'vitest';
import { ACT_FORMS, BadAct, parseAct, parseFault } from './parseAct.js';

describe('parseAct', () => {
  it('reads every form that the list shows', () => {
    const forms = ACT_FORMS.flatMap((line) => (line.split(/\s{2,}/)[0] ?? '').split(', '));
    expect(forms).toHaveLength(15);
    for (const form of forms) expect(parseAct(form, 48).name).toBe(form.split(' ')[0]);
  });

  it.each([
    ['open the door', /There is no 'open the door'/],
    ['free 49', /'49' is not a cartridge; a whole number from 1 to 48/],
    ['load 7', /There is no 'load 7'/],
    ['supply 99999', /from 0 to 15000/],
    ['tamper maybe', /There is no/],
    ['', /There is no ''/],
  ])("'%s' is refused in words", (text, words) => {
    expect(() => parseAct(text, 48)).toThrow(BadAct);
    expect(() => parseAct(text, 48)).toThrow(words);
  });
});

describe('parseFault', () => {
  it('reads a cause and its cartridge; two causes are the whole machine', () => {
    expect(parseFault('hang-up@7', 48)).toEqual({ cause: 'hang-up', cartridge: 7 });
    expect(parseFault('blind-beam', 48)).toEqual({ cause: 'blind-beam', cartridge: 1 });
  });

  it.each([
    ['hang-up', /was expected to name its cartridge, such as hang-up@7/],
    ['jam@3', /There is no fault 'jam'; there is stall-by-current/],
    ['hang-up@9', /from 1 to 8/],
  ])("'%s' is refused in words", (text, words) => {
    expect(() => parseFault(text, 8)).toThrow(words);
  });
});
