import { describe, expect, it } from 'vitest';
import { readHelp } from './CommandLine.js';
import { commandFault } from './commandFault.js';

const RUN_HELP = `Usage: dosetwin run [options] <scenario>

Run a scenario and write its record and report

Arguments:
  scenario             a name of the library, or a file

Options:
  -s, --seed <number>  the seed, instead of the scenario's own
  --format <name...>   also write this format
  --json               print one object
  -h, --help           display help for command
`;
const LIST_HELP = 'Usage: dosetwin list [options]\n\nOptions:\n  --json      print an array\n  -h, --help  display help\n';
const known = {
  npmScripts: ['start', 'test', 'check'],
  scenarios: ['routine-day'],
  commandLine: {
    commands: new Map([
      ['run', readHelp(RUN_HELP)],
      ['list', readHelp(LIST_HELP)],
      ['book', readHelp('Usage: dosetwin book [options] [command]\n\nOptions:\n  --file <file>  a file\n')],
      ['book sign', readHelp('Usage: dosetwin book sign [options]\n\nOptions:\n  --first <name>  who\n')],
      ['', readHelp('')],
    ] as const),
  },
};
const fault = (line: string) => commandFault({ path: 'README.md', line: 1, words: line.split(' '), runs: true, exits: 0 }, known);

describe('readHelp', () => {
  it('finds options, whether they take a value, and arguments', () => {
    const { options, args } = readHelp(RUN_HELP);
    expect(Object.fromEntries(options)).toEqual({
      '-s': true,
      '--seed': true,
      '--format': true,
      '--json': false,
      '-h': false,
      '--help': false,
    });
    expect(args).toEqual(['scenario']);
  });
});

describe('commandFault', () => {
  it.each([
    ['npm run chek', /no such script; there are start, test, check/],
    ['npm publish', /not a command of npm/],
    ['npx dosetwin runn routine-day', /no such command; there are run, list/],
    ['npx dosetwin run routine-day --sed 4', /no option --sed; it has/],
    ['npx dosetwin run routine-dya', /'routine-dya' is no scenario of the library; there are routine-day/],
    ['npx dosetwin list --json all', /takes no argument 'all'/],
  ])('refuses %s', (line, message) => {
    expect(fault(line)).toMatch(message);
  });
  it.each([
    'npm ci',
    'npm start',
    'npm run check',
    'npx dosetwin run routine-day --seed 4 --json',
    'npx dosetwin run --seed=4 NAME',
    'npx dosetwin run mine.yaml',
    'npx dosetwin list --json',
    'npx dosetwin --help',
  ])('accepts %s', (line) => {
    expect(fault(line)).toBeUndefined();
  });
  it('refuses any dosetwin command while there is none', () => {
    const command = { path: 'README.md', line: 1, words: ['npx', 'dosetwin', 'list'], runs: true, exits: 0 };
    expect(commandFault(command, { ...known, commandLine: undefined })).toMatch(/no dosetwin command yet/);
  });
});

describe('a command within another', () => {
  it('is held against its own options', () => {
    expect(fault('npx dosetwin book --file x')).toBeUndefined();
    expect(fault('npx dosetwin book sign --first A')).toBeUndefined();
    expect(fault('npx dosetwin book sign --file x')).toBe('dosetwin book sign has no option --file; it has --help, -h, --first');
    expect(fault('npx dosetwin book --first A')).toContain('has no option --first');
  });
});
