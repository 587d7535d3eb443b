import { describe, expect, it } from 'vitest';
import { roomOrder } from './room-order.js';
import { Source } from './Source.js';

const doors = [
  new Source('twin/package.json', '{ "exports": { ".": "./src/index.ts" } }'),
  new Source('scenarios/package.json', '{ "exports": { ".": "./src/index.ts", "./node/*": "./src/node/*.ts" } }'),
];
const check = (path: string, specifier: string) =>
  roomOrder.check([...doors, new Source(path, `import { x } from '${specifier}';`)]).map(({ message }) => message);

describe('room-order', () => {
  it.each([
    ['a room to the right', 'twin/src/world/a.ts', '@dosetwin/scenarios', /to the right of 'twin'/],
    ['its own room by name', 'scenarios/src/a.ts', '@dosetwin/scenarios', /by its path/],
    ['past the exports', 'reports/src/a.ts', '@dosetwin/twin/src/kernel/Kernel.js', /reaches past the exports/],
    ['a room that is not', 'reports/src/a.ts', '@dosetwin/attic', /no room 'attic'/],
    ['another room by path', 'reports/src/a.ts', '../../twin/src/index.js', /leaves the room: import from '@dosetwin\/twin'/],
    ['tools, in source', 'ui/cli/a.ts', '../../tools/chromium.js', /leaves the room/],
    ['node/ from a pure file', 'scenarios/src/a.ts', './node/readFile.js', /named node\//],
    ['a folder of the twin without a place', 'twin/src/attic/a.ts', '../kernel/b.js', /has no place in the order/],
    ['a later folder of the twin', 'twin/src/kernel/a.ts', '../engine/b.js', /move what both need into kernel/],
  ])('refuses %s', (_, path, specifier, message) => {
    expect(check(path, specifier)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['ui/cli/a.ts', '@dosetwin/twin'],
    ['ui/cli/a.ts', '@dosetwin/scenarios/node/run'],
    ['twin/src/engine/a.ts', '../kernel/Kernel.js'],
    ['scenarios/src/node/a.ts', './b.js'],
    ['ui/web/test/page.browser.test.ts', '../../../tools/chromium.js'],
    ['twin/src/a.ts', 'xstate'],
  ])('lets %s import %s', (path, specifier) => {
    expect(check(path, specifier)).toEqual([]);
  });

  it('sees re-exports, types and import() too', () => {
    const text = "export { a } from '@dosetwin/ui';\nimport type { B } from '@dosetwin/ui';\nawait import('@dosetwin/ui');";
    expect(roomOrder.check([...doors, new Source('twin/src/a.ts', text)]).map(({ line }) => line)).toEqual([1, 2, 3]);
  });
});
