import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from './en.js';
import { canSay } from './say.js';

const root = new URL('../', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.') && !path.startsWith('text/en'))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));

/** Kinds of entries, names in the model and the words for them: looked up by what the trace holds. */
const BY_THE_TRACE = ['log.facts.', 'log.acts.', 'words.', 'source.', 'question.'];

function keysOf(texts: object, before = ''): string[] {
  return Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? keysOf(value, `${before}${name}.`) : [`${before}${name}`],
  );
}

describe('en', () => {
  it('has words for every key that the page says', () => {
    const missing = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/\bsay\(\s*'([^']+)'/g)].flatMap(([, key = '']) => (canSay(key) ? [] : [`${path}: ${key}`])),
    );
    expect(missing).toEqual([]);
  });

  it('has no words that the page never says', () => {
    const all = sources.map(({ text }) => text).join('\n');
    const whole = new Set([...all.matchAll(/'([\w.-]+)'/g)].map(([, key]) => key));
    // Of a key that is put together, as `help.keys.${one}`, what stands before and after the part that changes.
    const made = [...all.matchAll(/`([\w.-]+\.)\$\{[^`]*?\}([\w.-]*)`/g)].map(([, before = '', after = '']) => ({
      before,
      after,
    }));
    const unsaid = keysOf(en).filter(
      (key) =>
        !whole.has(key) &&
        !made.some(({ before, after }) => key.startsWith(before) && key.endsWith(after)) &&
        !BY_THE_TRACE.some((part) => key.startsWith(part)),
    );
    expect(unsaid).toEqual([]);
  });
});
