import type { Finding } from '@dosetwin/firmware-bridge';

const WIDTH = 120;
const RULE = 5;
const VERDICT = 11;
const INDENT = ' '.repeat(RULE + VERDICT);

/** A finding as lines for a terminal: rule, verdict, what was tried, what was found; of what is broken the bytes too. */
export function renderConformance({ rule, tries, verdict, says, evidence }: Finding): string {
  const lines = wrapped(tries, WIDTH - RULE - VERDICT);
  const found = says === '' ? [] : wrapped(`${verdict === 'held' ? '' : `${verdict}: `}${says}`, WIDTH - INDENT.length - 2);
  return [
    `${rule.padEnd(RULE)}${verdict.padEnd(VERDICT)}${lines[0] ?? ''}`,
    ...lines.slice(1).map((line) => INDENT + line),
    ...found.map((line) => `${INDENT}  ${line}`),
    ...evidence.map((frame) => `${INDENT}  ${frame}`),
  ].join('\n');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
