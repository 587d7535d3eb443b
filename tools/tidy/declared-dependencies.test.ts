import { describe, expect, it } from 'vitest';
import { declaredDependencies } from './declared-dependencies.js';
import { Source } from './Source.js';

const manifests = [
  new Source('package.json', '{ "devDependencies": { "vitest": "4" } }'),
  new Source('twin/package.json', '{ "dependencies": { "xstate": "5", "@noble/hashes": "2" } }'),
];
const check = (path: string, specifier: string) =>
  declaredDependencies.check([...manifests, new Source(path, `import '${specifier}';`)]).map(({ message }) => message);

describe('declared-dependencies', () => {
  it.each([
    ['twin/src/a.ts', 'three', 'twin/package.json'],
    ['twin/src/a.ts', '@noble/curves/ed25519.js', "'@noble/curves'"],
    ['twin/src/a.ts', 'vitest', 'twin/package.json'],
    ['tools/a.ts', 'xstate', "the root's package.json"],
  ])('refuses that %s imports %s', (path, specifier, message) => {
    expect(check(path, specifier)).toEqual([expect.stringContaining(message)]);
  });
  it.each([
    ['twin/src/a.ts', 'xstate'],
    ['twin/src/a.ts', '@noble/hashes/sha2.js'],
    ['twin/src/a.test.ts', 'vitest'],
    ['tools/a.ts', 'node:fs'],
    ['twin/src/a.ts', './b.js'],
  ])('lets %s import %s', (path, specifier) => {
    expect(check(path, specifier)).toEqual([]);
  });
});
