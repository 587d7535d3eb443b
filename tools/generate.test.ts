import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { GENERATED } from './generated.js';
import { ROOT } from './root.js';

it('a program that generates prints its file and writes nothing, so that checking leaves the working tree alone', () => {
  const generated = GENERATED.find(({ file }) => file.endsWith('PROTOCOL.md'));
  if (generated === undefined) throw new Error('PROTOCOL.md is not generated any more');
  const path = `${ROOT}/${generated.file}`;
  const before_ms = statSync(path).mtimeMs;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', ...generated.command], { cwd: ROOT, encoding: 'utf8' });
  expect(stdout).toContain('<!-- registers -->');
  expect(statSync(path).mtimeMs).toBe(before_ms);
});
