import { describe, expect, it } from 'vitest';
import { arithmetic } from './arithmetic.js';
import { Source } from './Source.js';

const check = (text: string, path = 'twin/src/body/coil.ts') =>
  arithmetic.check([new Source(path, text)]).map(({ message }) => message);

describe('arithmetic', () => {
  it.each([
    ['const a = 2 ** 3;', /\*\* differs between engines/],
    ['let a = 2; a **= 3;', /\*\* differs between engines/],
    ['const a = Math.exp(1);', /use exp from twin\/src\/kernel\/arithmetic\.ts/],
    ['const a = Math.PI;', /Math\.PI/],
    ['const a = Math.random();', /has no seed/],
    ['const { sin } = Math;', /name the function where it is used/],
    ["const a = Math['sin'](1);", /name the function where it is used/],
    ['const a = n.toLocaleString();', /locale: write the form out, or use toString/],
    ["const a = 'a'.localeCompare('b');", /compare with < and >/],
    ["const a = new Intl.NumberFormat('en');", /pinned zone data/],
    ["import exp from '@stdlib/math-base-special-exp';", /through twin\/src\/kernel\/arithmetic\.ts alone/],
  ])('refuses %s', (text, message) => {
    expect(check(text)).toEqual([expect.stringMatching(message)]);
  });

  it.each(['firmware-bridge', 'scenarios', 'reports'])('holds in %s', (room) => {
    expect(check('Math.log(2);', `${room}/src/a.ts`)).toHaveLength(1);
  });

  it('accepts the ten functions, other objects that are called alike, and the module that holds the rest', () => {
    expect(check('Math.sqrt(2) + Math.floor(1.5) + Math.imul(3, 4) + Math.clz32(5) + 7 % 3;')).toEqual([]);
    expect(check('const a = lens.Math;')).toEqual([]);
    expect(check("import exp from '@stdlib/math-base-special-exp';", 'twin/src/kernel/arithmetic.ts')).toEqual([]);
  });

  it.each(['ui/web/src/a.ts', 'scenarios/src/node/a.ts', 'twin/src/a.test.ts'])('leaves %s alone', (path) => {
    expect(check('Math.exp(1);', path)).toEqual([]);
  });
});
