import { CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { program } from './program.js';

/** What the command line says of these words, without running anything. */
async function refusalOf(words: readonly string[]): Promise<{ exit: number; says: string }> {
  let says = '';
  const commandLine = program(() => {});
  for (const command of [commandLine, ...commandLine.commands]) {
    command.configureOutput({ writeErr: (text) => (says += text), writeOut: (text) => (says += text) });
  }
  const error: unknown = await commandLine.parseAsync([...words], { from: 'user' }).catch((thrown: unknown) => thrown);
  if (!(error instanceof CommanderError)) throw new Error(`${words.join(' ')} was not refused`);
  return { exit: error.exitCode, says };
}

it('has the commands that exist, and no others', () => {
  const names = program(() => {}).commands.map((command) => command.name());
  expect(names).toEqual([
    'start',
    'run',
    'live',
    'board',
    'conform',
    'ledger',
    'replay',
    'diff',
    'compare',
    'size',
    'worker',
    'list',
    'validate',
    'report',
    'charts',
    'week',
    'incident',
    'import',
    'region',
    'probe',
  ]);
});

it('the help lists commands and exits', async () => {
  const { exit, says } = await refusalOf(['--help']);
  expect(exit).toBe(0);
  for (const word of [
    'start',
    'run',
    'live',
    'replay',
    'diff',
    'compare',
    'size',
    'worker',
    'list',
    'validate',
    'report',
    'charts',
    'week',
    'incident',
    'Exits:',
    '  2  the input',
  ])
    expect(says).toContain(word);
});

it.each([
  [['rnu', 'x'], "unknown command 'rnu'; did you mean run?"],
  [['run', 'x', '--sed', '4'], "unknown option '--sed'; did you mean --seed?"],
  [['run', 'x', '--seed', '-4'], 'A whole number from 0 to 9007199254740991 was expected'],
  [['run', 'x', '--seed', '9007199254740992'], 'A whole number from 0 to 9007199254740991 was expected'],
  [['run', 'x', '--pace', '2'], 'Allowed choices are max, 1'],
  [['run'], "missing required argument 'scenario'"],
  [['run', 'a', 'b'], "too many arguments for 'run'"],
  [['size', 'x', '--machines', '9-5'], 'the least first, such as 5-20'],
  [['size', 'x', '--precision', '2'], 'A share from 0.005 to 0.2'],
  [['diff', 'a'], "missing required argument 'other'"],
  [['report', 'a', '--format', 'docx'], 'Allowed choices are html, pdf, csv, junit'],
  [['charts', 'palm', '--format', 'png'], 'Allowed choices are svg, mermaid, scxml'],
  [['start', '--host', '0.0.0.0'], 'served on this machine alone'],
  [['live'], "missing required argument 'scenario'"],
  [['live', 'a', '--pace', '2'], 'Allowed choices are 1, 10, 60, max'],
  [['live', 'a', '--token', 'short'], '16 to 100 letters'],
  [['start', '--port', '70000'], 'A whole number from 1 to 65535 was expected'],
])('%j is refused with a word that helps', async (words, says) => {
  const refusal = await refusalOf(words);
  expect(refusal.exit).not.toBe(0);
  expect(refusal.says).toContain(says);
  expect(refusal.says).toMatch(/Usage: dosetwin|dosetwin --help/);
});
