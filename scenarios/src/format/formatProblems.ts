import type { Problem, Problems } from './Problem.js';

/** Problems for people: place and sentence, the line of the file, and a caret under what is meant. */
export function formatProblems({ problems, more }: Problems): string {
  const blocks = problems.map(formatProblem);
  if (more > 0) blocks.push(`…and ${more} more`);
  return blocks.join('\n\n');
}

/** `stuck.yaml:14:7  sites.harbour-house.zone: 'America/Vancuver' is no time zone; did you mean America/Vancouver?` */
export function formatProblem(problem: Problem): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  const head = `${place}  ${problem.path === '' ? '' : `${problem.path}: `}${problem.message}`;
  if (problem.source.trim() === '') return head;
  const gutter = `${problem.line} | `;
  const blank = problem.source.slice(0, problem.caret).replace(/[^\t]/g, ' ');
  const width = Math.max(1, Math.min(problem.width, problem.source.length - problem.caret));
  return `${head}\n  ${gutter}${problem.source}\n  ${' '.repeat(gutter.length)}${blank}${'^'.repeat(width)}`;
}
