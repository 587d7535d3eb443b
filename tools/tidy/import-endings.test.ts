import { describe, expect, it } from 'vitest';
import { importEndings } from './import-endings.js';
import { Source } from './Source.js';

const check = (specifier: string) =>
  importEndings.check([new Source('ui/web/src/a.ts', `import '${specifier}';`)]).map(({ message }) => message);

describe('import-endings', () => {
  it.each(['./b', './b.ts', '../c.tsx'])('refuses %s', (specifier) => {
    expect(check(specifier)).toEqual([expect.stringContaining(`.js' instead of '${specifier}'`)]);
  });
  it.each(['./b.js', './b.css', './run.worker.js?worker', './run.worker.ts?worker&inline', './en.json', 'three'])(
    'accepts %s',
    (specifier) => {
      expect(check(specifier)).toEqual([]);
    },
  );
});
