import { describe, expect, it } from 'vitest';
import { noMachinePaths } from './no-machine-paths.js';
import { Source } from './Source.js';

const check = (text: string) => noMachinePaths.check([new Source('README.md', text)]).map(({ message }) => message);

// Put together from parts, so that this file does not hold what it refuses.
const path = (...parts: string[]) => ['', ...parts].join('/');
const host = (...parts: string[]) => parts.join('.');

describe('no-machine-paths', () => {
  it.each([
    `see ${path('work', 'main')}`,
    `"${path('root', 'x')}"`,
    `${path('farm', 'a')}`,
    `(${path('home', 'ann', 'x')})`,
    `file:${path('Users', 'ann', 'x')}`,
  ])('refuses %s', (text) => {
    expect(check(text)).toEqual([expect.stringMatching(/exists on one machine only/)]);
  });
  it.each([`https://${host('registry', 'npmjs', 'org')}/x`, host('my', 'artifactory', 'example', 'com')])(
    'refuses %s',
    (text) => {
      expect(check(text)).toEqual([expect.stringMatching(/is a registry/)]);
    },
  );
  it.each([`.${path('work', 'a')}`, `https://example.org${path('work', 'a')}`, `twin${path('work', '')}`, 'a farm / a root'])(
    'accepts %s',
    (text) => {
      expect(check(text)).toEqual([]);
    },
  );
});
