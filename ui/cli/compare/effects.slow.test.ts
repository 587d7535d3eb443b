import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listLibrary } from '@dosetwin/scenarios/node/library';
import { expect, it } from 'vitest';
import { ROOT } from '../test/dosetwin.js';
import { fingerprintOf } from './effectsOfLibrary.js';

it('docs/effects.md speaks of every scenario as it stands; else: npx dosetwin compare --library', () => {
  const page = readFileSync(join(ROOT, 'docs/effects.md'), 'utf8');
  const shown = listLibrary().entries.filter(({ isCheck }) => !isCheck);
  const rows = shown.map(({ name, file }) => `| \`${name}\` | ${fingerprintOf(readFileSync(file, 'utf8'))} |`);
  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  expect(shown.length).toBeGreaterThan(3);
});
