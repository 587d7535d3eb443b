import { describe, expect, it } from 'vitest';
import { Source } from './Source.js';
import { tested } from './tested.js';

const check = (...paths: string[]) => tested.check(paths.map((path) => new Source(path, ''))).map(({ message }) => message);

describe('tested', () => {
  it('refuses a room without a test', () => {
    expect(check('twin/src/a.ts', 'twin/src/a.test.ts', 'reports/src/b.ts')).toEqual([
      expect.stringMatching(/'reports' has no test/),
    ]);
  });
  it('accepts a room that is tested, and one that is not built yet', () => {
    expect(check('twin/src/a.ts', 'twin/src/b.test.ts', 'firmware-bridge/package.json', 'vitest.config.ts')).toEqual([]);
  });
});
