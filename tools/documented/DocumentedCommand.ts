import type { Source } from '../tidy/Source.js';

/** A command that a document shows: `npx dosetwin run routine-day`, say, as its words. */
export interface DocumentedCommand {
  readonly path: string;
  readonly line: number;
  readonly words: readonly string[];
  /** In a fenced block of `sh`: it runs as it stands. One of `text` shows what wants a board, or takes long. */
  readonly runs: boolean;
  /** What the document says that it exits with, in a comment `# exits 1` behind it. */
  readonly exits: number;
}

/** Every `npx dosetwin …` and `npm …` in the fenced blocks and code spans of a Markdown document. */
export function documentedCommands(document: Source): DocumentedCommand[] {
  const commands: DocumentedCommand[] = [];
  let fence: string | undefined;
  let runs = false;
  document.text.split('\n').forEach((text, index) => {
    const [, mark, language] = /^\s*(`{3,}|~{3,})\s*(\w*)/.exec(text) ?? [];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      runs = fence === undefined && language === 'sh';
      fence = fence === undefined ? mark : undefined;
      return;
    }
    const pieces = fence === undefined ? [...text.matchAll(/`([^`]+)`/g)].map((span) => span[1] ?? '') : [text];
    const exits = Number(/#.*\bexits (\d+)/.exec(text)?.[1] ?? 0);
    for (const words of pieces.flatMap(commandsOf)) commands.push({ path: document.path, line: index + 1, words, runs, exits });
  });
  return commands;
}

/** The commands of one shell line: prompt and comment taken off, cut at `&&`, `|` and `;`, and kept if they are ours. */
function commandsOf(line: string): string[][] {
  return line
    .replace(/^\s*\$\s+/, '')
    .replace(/(^|\s)#.*$/, '')
    .split(/&&|\|\|?|;/)
    .map((command) => wordsOf(command))
    .filter(([program, name]) => program === 'npm' || (program === 'npx' && name === 'dosetwin'));
}

/** Words in quotes stay together; where the output goes is not the command's affair. */
function wordsOf(command: string): string[] {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  const redirect = words.findIndex((word) => /^\d?[<>]/.test(word));
  return redirect < 0 ? words : words.slice(0, redirect);
}
