import { describe, expect, it } from 'vitest';
import { names } from './names.js';
import { Source } from './Source.js';

const check = (path: string) => names.check([new Source(path, '')]).map(({ message }) => message);

describe('names', () => {
  it.each(['twin/src/utils.ts', 'twin/src/helpers/a.ts', 'ui/web/src/types.ts', 'ui/web/src/types.d.ts', 'twin/src/common/a.ts'])(
    'refuses %s',
    (path) => {
      expect(check(path)).toEqual([expect.stringMatching(/says nothing/)]);
    },
  );
  it('refuses a test where no command finds it', () => {
    expect(check('attic/a.test.ts')).toEqual([expect.stringMatching(/no command runs/)]);
  });
  it.each(['twin/src/kernel/Kernel.ts', 'twin/src/kernel/Kernel.test.ts', 'ui/web/src/chartTypes.ts', 'package.json'])(
    'accepts %s',
    (path) => {
      expect(check(path)).toEqual([]);
    },
  );
});
