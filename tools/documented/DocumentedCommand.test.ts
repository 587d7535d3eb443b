import { describe, expect, it } from 'vitest';
import { Source } from '../tidy/Source.js';
import { documentedCommands } from './DocumentedCommand.js';

const read = (...lines: string[]) => documentedCommands(new Source('README.md', lines.join('\n')));
const words = (...lines: string[]) => read(...lines).map((command) => command.words.join(' '));

describe('documentedCommands', () => {
  it('reads fenced blocks, with prompts, comments, pipes and redirections', () => {
    expect(
      words(
        '```sh',
        '$ npm ci && npm start  # opens the bench',
        'npx dosetwin run a --json | jq .digest',
        'npx dosetwin list > all.txt',
        '```',
      ),
    ).toEqual(['npm ci', 'npm start', 'npx dosetwin run a --json', 'npx dosetwin list']);
  });
  it('reads code spans, and leaves sentences and other programs alone', () => {
    expect(words('Use `npx dosetwin list`, then `npm run check`; npm run nothing; `git log`.')).toEqual([
      'npx dosetwin list',
      'npm run check',
    ]);
  });
  it('runs what stands in a block of sh, and neither a block of text nor a sentence', () => {
    expect(read('```text', 'npx dosetwin list', '```').map(({ runs }) => runs)).toEqual([false]);
    expect(read('by `npx dosetwin list`').map(({ runs }) => runs)).toEqual([false]);
  });

  it('knows where a command stands and what it is said to exit with', () => {
    expect(read('', '```sh', 'npx dosetwin diff a b   # exits 1', '```')).toEqual([
      { path: 'README.md', line: 3, words: ['npx', 'dosetwin', 'diff', 'a', 'b'], runs: true, exits: 1 },
    ]);
  });
});
