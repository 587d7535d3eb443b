import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ROOT } from '../root.js';

/** What `dosetwin` understands, as its own `--help` says. */
export interface CommandLine {
  /** The options of each command, of one within another under both words (`ledger sign`), and of `dosetwin` itself under ''. */
  readonly commands: ReadonlyMap<string, CommandHelp>;
}

export interface CommandHelp {
  /** Option by name, `--seed` or `-s`; whether it takes a value. */
  readonly options: ReadonlyMap<string, boolean>;
  /** The arguments in order, `<scenario>` as `scenario`. */
  readonly args: readonly string[];
}

/** Asks the command itself; undefined while there is none. */
export function askCommandLine(): CommandLine | undefined {
  if (!existsSync(`${ROOT}/ui/cli/main.ts`)) return undefined;
  const commands = new Map<string, CommandHelp>();
  const read = (words: readonly string[]) => {
    const help = ask(words);
    commands.set(words.join(' '), readHelp(help));
    for (const name of commandsIn(help)) read([...words, name]);
  };
  read([]);
  return { commands };
}

function commandsIn(help: string): string[] {
  const names = [...section(help, 'Commands').matchAll(/^ {2}([a-z][\w-]*)/gm)].map((match) => match[1] ?? '');
  return names.filter((name) => name !== 'help');
}

function ask(words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['ui/cli/dosetwin.js', ...words, '--help'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '200' },
  });
  if (status !== 0) throw new Error(`dosetwin ${[...words, '--help'].join(' ')} exited with ${status}:\n${stderr}`);
  return stdout;
}

/** The options and arguments that a help text names. */
export function readHelp(help: string): CommandHelp {
  const options = new Map<string, boolean>([
    ['--help', false],
    ['-h', false],
  ]);
  for (const line of section(help, 'Options').split('\n')) {
    const flags = /^ {2}(-.*?)(?: {2,}|$)/.exec(line)?.[1] ?? '';
    for (const [flag] of flags.matchAll(/(?<=^|[\s,])--?[a-zA-Z][\w-]*/g)) options.set(flag, /[<[]/.test(flags));
  }
  const usage = /^Usage:.*$/m.exec(help)?.[0] ?? '';
  const args = [...usage.matchAll(/[<[]([\w|-]+)(\.\.\.)?[>\]]/g)].map((match) => match[1] ?? '');
  return { options, args: args.filter((name) => name !== 'options' && name !== 'command') };
}

function section(help: string, title: string): string {
  const start = help.indexOf(`\n${title}:\n`);
  return start < 0 ? '' : (help.slice(start + title.length + 3).split(/\n\n|\n(?=\S)/)[0] ?? '');
}
