import { describe, expect, it } from 'vitest';
import { lockFile } from './lock-file.js';
import { Source } from './Source.js';

const check = (resolved: string) =>
  lockFile.check([new Source('package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { resolved } } }, null, 2))]);

describe('lock-file', () => {
  it.each(['https://packages.example/a.tgz', 'git+ssh://git@example/a.git', 'http://localhost/a'])('refuses %s', (resolved) => {
    expect(check(resolved)).toEqual([expect.objectContaining({ line: 4 })]);
  });
  it('accepts a room of this house', () => {
    expect(check('firmware-bridge')).toEqual([]);
  });
});
