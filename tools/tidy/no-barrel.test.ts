import { describe, expect, it } from 'vitest';
import { noBarrel } from './no-barrel.js';
import { Source } from './Source.js';

const barrel = "export { a } from './a.js';\nexport * from './b.js';\nexport type { C } from './c.js';\n";

describe('no-barrel', () => {
  it.each(['twin/src/kernel/index.ts', 'twin/src/kernel/all.ts', 'ui/web/src/index.ts'])('refuses one at %s', (path) => {
    expect(noBarrel.check([new Source(path, barrel)])).toHaveLength(1);
  });
  it("accepts a room's door, and a file that also does something", () => {
    expect(noBarrel.check([new Source('twin/src/index.ts', barrel)])).toEqual([]);
    expect(noBarrel.check([new Source('firmware-bridge/src/node/index.ts', barrel)])).toEqual([]);
    expect(noBarrel.check([new Source('twin/src/kernel/a.ts', `${barrel}export const d = 1;\n`)])).toEqual([]);
  });
});
