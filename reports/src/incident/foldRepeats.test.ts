import { describe, expect, it } from 'vitest';
import { foldRepeats } from './foldRepeats.js';
import type { StoryLine } from './StoryLine.js';

/** One letter a line: a is asked, c closed, n nobody free, anything else another matter. */
function story(letters: string): StoryLine[] {
  const kinds: Record<string, string> = { a: 'asked', c: 'answered', C: 'answered', n: 'nobody-free' };
  return [...letters].map((letter, index) => ({
    index,
    sentence: letter,
    entry: { t_us: index * 1000, source: 'desk', kind: kinds[letter] ?? 'jam', payload: {} },
  })) as unknown as StoryLine[];
}

const shown = (letters: string) =>
  foldRepeats(story(letters))
    .map(({ sentence, again }) => (again ? `${sentence}+${again.count}@${again.last.index}` : sentence))
    .join('');

describe('foldRepeats', () => {
  it('writes a round of calls once, with how often it came again and the last line of all', () => {
    expect(shown('jacnacnacnj')).toBe('jacn+2@9j');
  });

  it('leaves two rounds, other answers, and whatever is no call as they are', () => {
    expect(shown('acnacnj')).toBe('acnacnj');
    expect(shown('acnaCnacn')).toBe('acnaCnacn');
    expect(shown('jjjj')).toBe('jjjj');
    expect(shown('acnacnjacn')).toBe('acnacnjacn');
  });

  it('takes the round as it is, not two of them at once, and goes on behind it', () => {
    expect(shown('acnacnacnacnacCnj')).toBe('acn+3@11acCnj');
  });

  it('takes two machines apart', () => {
    const lines = story('acnacnacn').map((line, i) => ({
      ...line,
      entry: { ...line.entry, payload: { machine: i < 3 ? 'one' : 'two' } },
    }));
    expect(foldRepeats(lines)).toHaveLength(9);
  });
});
