import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../root.js';
import { house } from '../tidy/house.js';
import { documentedCommands } from './DocumentedCommand.js';

/** What serves until it is stopped, or asks for a board's ledger; tests of their own start these. */
const STARTED_ELSEWHERE = ['start', 'live', 'board', 'ledger'];
/** A port or an address that only a reader with a board has. */
const BOARD = /\/dev\/|tcp:\d/;

/** The commands that a reader copies, document by document, in the order in which they stand there. */
const documents = house()
  .filter(({ path }) => path.endsWith('.md'))
  .map((document) => ({
    path: document.path,
    commands: documentedCommands(document).filter(
      ({ runs, words }) =>
        runs &&
        words[0] === 'npx' &&
        !STARTED_ELSEWHERE.includes(words[2] ?? '') &&
        !words.some((word) => /^[A-Z_]{2,}$/.test(word) || BOARD.test(word)),
    ),
  }))
  .filter(({ commands }) => commands.length > 0);

describe('the commands in the documents', () => {
  it('are shown by the README', () => {
    expect(documents.map(({ path }) => path)).toContain('README.md');
  });

  /** What one document shows a second time, or another does, stands in `runs/` already. */
  const done = new Set<string>();

  it.each(documents)('of $path run, in their order, and exit as it says', { timeout: 300_000 }, ({ commands }) => {
    for (const { path, line, words, exits } of commands) {
      const shown = words.join(' ');
      if (done.has(shown)) continue;
      done.add(shown);
      const { status, stderr } = spawnSync(process.execPath, ['ui/cli/dosetwin.js', ...words.slice(2)], {
        cwd: ROOT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 120_000,
      });
      expect(status, `${path}:${line}  ${shown}\n${stderr}`).toBe(exits);
    }
  });
});
