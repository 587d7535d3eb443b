import { describe, expect, it } from 'vitest';
import { noEscape } from './no-escape.js';
import { Source } from './Source.js';

const check = (text: string, path = 'twin/src/a.test.ts') =>
  noEscape.check([new Source(path, text)]).map(({ message }) => message);

// Put together from parts, so that this file does not hold what it refuses.
const put = (...parts: string[]) => parts.join('');

describe('no-escape', () => {
  it.each([
    [put('// TO', 'DO later'), 'twin/src/a.ts', /finish it now/],
    [put('/* FIX', 'ME */'), 'firmware-bridge/firmware/a.c', /finish it now/],
    [put('# TO', 'DO'), 'scenarios/library/a.yaml', /finish it now/],
    [put('// @ts', '-ignore'), 'twin/src/a.ts', /mend the type/],
    [put('// @ts', '-nocheck'), 'twin/src/a.ts', /mend the type/],
    ['const a = b as any;', 'twin/src/a.ts', /'as any' hides/],
    ['const a = <any>b;', 'twin/src/a.ts', /'as any' hides/],
    ["it.skip('a', f);", 'twin/src/a.test.ts', /leaves tests out/],
    ["describe.only('a', f);", 'twin/src/a.test.ts', /leaves tests out/],
    ["it.todo('a');", 'twin/src/a.test.ts', /leaves tests out/],
    ["it.skipIf(true)('a', f);", 'twin/src/a.test.ts', /leaves tests out/],
    ["it.concurrent.only('a', f);", 'twin/src/a.test.ts', /leaves tests out/],
    ["vi.mock('./b.js');", 'twin/src/a.test.ts', /use the real module/],
  ])('refuses %s in %s', (text, path, message) => {
    expect(check(text, path)).toEqual([expect.stringMatching(message)]);
  });

  it.each(["it('skips a tick', f);", 'queue.skip(3);', 'const a: unknown = b as unknown;', 'vi.fn();'])('accepts %s', (text) => {
    expect(check(text)).toEqual([]);
  });
});
