import { describe, expect, it } from 'vitest';
import { lockFile } from './lock-file.js';
import { Source } from './Source.js';

const check = (packages: object) => lockFile.check([new Source('package-lock.json', JSON.stringify({ packages }, null, 2))]);

describe('lock-file', () => {
  it.each(['https://packages.example/a.tgz', 'git+ssh://git@example/a.git', 'http://localhost/a'])('refuses %s', (resolved) => {
    expect(check({ 'node_modules/a': { resolved } })).toEqual([expect.objectContaining({ line: 4 })]);
  });
  it('refuses a lock that lacks what another platform installs', () => {
    const a = { optionalDependencies: { 'a-darwin': '1' } };
    expect(check({ 'node_modules/a': a })).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/'a-darwin' is missing/) }),
    ]);
    expect(check({ 'node_modules/a': a, 'node_modules/a-darwin': {} })).toEqual([]);
  });
  it('accepts a room of this house', () => {
    expect(check({ 'node_modules/@dosetwin/twin': { resolved: 'twin' } })).toEqual([]);
  });
});
