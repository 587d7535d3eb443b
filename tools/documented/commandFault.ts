import type { CommandHelp, CommandLine } from './CommandLine.js';
import type { DocumentedCommand } from './DocumentedCommand.js';

/** What the documents' commands are held against. */
export interface Known {
  readonly npmScripts: readonly string[];
  readonly scenarios: readonly string[];
  /** Undefined while there is no `dosetwin` yet. */
  readonly commandLine: CommandLine | undefined;
}

/** npm's own words that a document may show. */
const NPM_WORDS = ['ci', 'install', 'i', 'ls', 'start', 'test', 'run'];

/** Why a documented command would not work, or undefined. */
export function commandFault({ words }: DocumentedCommand, known: Known): string | undefined {
  const [program, name = '', ...rest] = words;
  if (program === 'npm') return npmFault(name, rest, known.npmScripts);
  if (known.commandLine === undefined) return 'there is no dosetwin command yet: show it when it exists';
  return dosetwinFault(rest, known.commandLine, known.scenarios);
}

function npmFault(name: string, rest: readonly string[], scripts: readonly string[]): string | undefined {
  const words = [name, ...rest].filter((word) => !word.startsWith('-'));
  const [verb = '', script = ''] = words;
  if (!NPM_WORDS.includes(verb)) return `npm ${verb}: not a command of npm that this house uses (${NPM_WORDS.join(', ')})`;
  const wanted = verb === 'run' ? script : verb === 'start' || verb === 'test' ? verb : undefined;
  if (wanted === undefined || scripts.includes(wanted)) return undefined;
  return `npm run ${wanted}: no such script; there are ${scripts.join(', ')}`;
}

function dosetwinFault(words: readonly string[], { commands }: CommandLine, scenarios: readonly string[]): string | undefined {
  const [first = '', second = ''] = words;
  const outer = first.startsWith('-') ? '' : first;
  const name = commands.has(`${outer} ${second}`) ? `${outer} ${second}` : outer;
  if (isPlaceholder(name)) return undefined;
  const help = commands.get(name);
  if (help === undefined)
    return `dosetwin ${name}: no such command; there are ${[...commands.keys()].filter(Boolean).join(', ')}`;
  const { unknown, args } = readWords(name === '' ? words : words.slice(name.split(' ').length), help);
  if (unknown !== undefined) return `dosetwin ${name} has no option ${unknown}; it has ${[...help.options.keys()].join(', ')}`;
  if (args.length > 0 && help.args.length === 0) return `dosetwin ${name} takes no argument '${args[0]}'`;
  const missing = args.find(
    (value, index) => isScenario(help.args[Math.min(index, help.args.length - 1)]) && !exists(value, scenarios),
  );
  return missing === undefined ? undefined : `'${missing}' is no scenario of the library; there are ${scenarios.join(', ')}`;
}

function readWords(words: readonly string[], { options }: CommandHelp): { unknown?: string; args: string[] } {
  const args: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (!word.startsWith('-') || word === '-') args.push(word);
    else {
      const [flag = '', value] = word.split('=');
      const takesValue = options.get(flag);
      if (takesValue === undefined) return { unknown: flag, args };
      const next = words[index + 1];
      if (takesValue && value === undefined && next !== undefined && !next.startsWith('-')) index++;
    }
  }
  return { args };
}

function isScenario(argument: string | undefined): boolean {
  return argument !== undefined && /scenario/i.test(argument);
}

/** A scenario is given by its name, with or without a variant behind `:` or `/`, or as a file of one's own. */
function exists(value: string, scenarios: readonly string[]): boolean {
  return isPlaceholder(value) || /\.ya?ml$/.test(value) || scenarios.includes(value.split(/[:/]/)[0] ?? '');
}

/** A word that the reader fills in: `NAME`, `SCENARIO`, `…`. */
function isPlaceholder(word: string): boolean {
  return /^[A-Z][A-Z_-]*$/.test(word) || word === '…' || word === '...' || /^<.*>$/.test(word);
}
