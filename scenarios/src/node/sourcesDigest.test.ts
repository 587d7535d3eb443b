import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sourcesDigest } from './sourcesDigest.js';

const root = mkdtempSync(join(tmpdir(), 'dosetwin-sources-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function digestWith(path: string, text: string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return sourcesDigest(root, ['room/src'], ['room/package.json']);
}

it('[Z23] knows a program by its sources, and not by line ends or tests', () => {
  mkdirSync(join(root, 'room/src'), { recursive: true });
  digestWith('room/package.json', '{}');
  const before = digestWith('room/src/inner/one.ts', 'export const one = 1;\nexport const two = 2;\n');
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  expect(digestWith('room/src/inner/one.ts', 'export const one = 1;\r\nexport const two = 2;\r\n')).toBe(before);
  expect(digestWith('room/src/inner/one.test.ts', 'a test')).toBe(before);
  expect(digestWith('room/src/test/aRegion.ts', 'for tests')).toBe(before);
  expect(digestWith('room/src/notes.md', 'words')).toBe(before);
  expect(digestWith('room/package.json', '{"version":"2"}')).not.toBe(before);
  expect(digestWith('room/package.json', '{}')).toBe(before);
  expect(digestWith('room/src/two.js', '')).not.toBe(before);
});
