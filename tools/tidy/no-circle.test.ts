import { describe, expect, it } from 'vitest';
import { noCircle } from './no-circle.js';
import { Source } from './Source.js';

const file = (name: string, ...imports: string[]) =>
  new Source(`twin/src/${name}`, imports.map((target) => `import '${target}';`).join('\n'));

describe('no-circle', () => {
  it('refuses a circle of three and names its files', () => {
    const found = noCircle.check([file('a.ts', './b.js'), file('b.ts', './c.js'), file('c.tsx', './a.js')]);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain('twin/src/a.ts → twin/src/b.ts → twin/src/c.tsx → twin/src/a.ts');
  });

  it('refuses a file that imports itself', () => {
    expect(noCircle.check([file('a.ts', './a.js')])).toHaveLength(1);
  });

  it('accepts a diamond', () => {
    expect(
      noCircle.check([file('a.ts', './b.js', './c.js'), file('b.ts', './d.js'), file('c.ts', './d.js'), file('d.ts')]),
    ).toEqual([]);
  });
});
