import { describe, expect, it } from 'vitest';
import { noClockNoChance } from './no-clock-no-chance.js';
import { Source } from './Source.js';

const check = (text: string, path = 'scenarios/src/run.ts') =>
  noClockNoChance.check([new Source(path, text)]).map(({ message }) => message);

describe('no-clock-no-chance', () => {
  it.each([
    'const a = Date.now();',
    'const a = new Date(0);',
    'const a = performance.now();',
    'setTimeout(go, 5);',
    'const later = setInterval;',
    'globalThis.setTimeout(go, 5);',
    'const a = process.hrtime();',
    'const a = { Date };',
  ])('refuses %s', (text) => {
    expect(check(text)).toHaveLength(1);
  });

  it('refuses unseeded chance, in tests too and in every room', () => {
    expect(check('Math.random();')).toEqual([expect.stringMatching(/drawn from the kernel/)]);
    expect(check('Math.random();', 'ui/web/src/a.test.ts')).toEqual([expect.stringMatching(/fast-check/)]);
    expect(check('crypto.randomUUID();')).toHaveLength(1);
  });

  it.each([
    ['a property of that name', 'const a = calendar.Date; const b = { performance: 1 };', 'twin/src/a.ts'],
    ['a folder named node/', 'Date.now();', 'scenarios/src/node/a.ts'],
    ['a test', 'Date.now();', 'twin/src/a.test.ts'],
    ['ui', 'Date.now();', 'ui/server/a.ts'],
  ])('leaves %s alone', (_, text, path) => {
    expect(check(text, path)).toEqual([]);
  });
});
