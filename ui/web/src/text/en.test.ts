import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canSay } from './say.js';

const root = new URL('../', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !path.includes('.test.'),
);

describe('en', () => {
  it('has words for every key that the page says', () => {
    const missing = sources.flatMap((path) => {
      const text = readFileSync(new URL(path, root), 'utf8');
      return [...text.matchAll(/\bsay\(\s*'([^']+)'/g)].flatMap(([, key = '']) => (canSay(key) ? [] : [`${path}: ${key}`]));
    });
    expect(missing).toEqual([]);
  });
});
