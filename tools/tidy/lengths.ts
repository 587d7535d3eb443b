import ts from 'typescript';
import { LENGTH_EXCEPTIONS, type LengthException } from './lengthExceptions.js';
import type { Finding, Rule } from './Rule.js';
import type { Source } from './Source.js';

const FILE_LINES = 400;
const FUNCTION_LINES = 80;

/** Most files fit on a few screens and most functions on one; what does not is listed, with its reason. */
export const lengths: Rule = {
  name: 'lengths',
  check: (sources) => checkLengths(sources, LENGTH_EXCEPTIONS),
};

export function checkLengths(sources: readonly Source[], exceptions: readonly LengthException[]): Finding[] {
  const long = sources.filter((source) => source.isScript || /\.(c|h|css)$/.test(source.path)).flatMap(longOnes);
  const excused = (finding: Finding) => exceptions.some((exception) => exception.path === finding.path);
  const idle = exceptions.filter((exception) => !long.some((finding) => finding.path === exception.path));
  return [
    ...long.filter((finding) => !excused(finding)),
    ...idle.map(({ path }) => ({
      path: 'tools/tidy/lengthExceptions.ts',
      line: 1,
      message: `${path} needs no exception any more: remove it from the list`,
    })),
  ];
}

function longOnes(source: Source): Finding[] {
  const findings: Finding[] = [];
  const lines = source.text.split('\n').length - 1;
  if (lines > FILE_LINES) {
    findings.push({ path: source.path, line: 1, message: `${lines} lines, at most ${FILE_LINES}: give each idea its own file` });
  }
  if (!source.isScript) return findings;
  for (const node of source.nodes()) {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined || isSuite(node)) continue;
    const last = source.syntax.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
    const length = last - source.lineOf(node) + 1;
    if (length <= FUNCTION_LINES) continue;
    const message = `a function of ${length} lines, at most ${FUNCTION_LINES}: name its steps as functions of their own`;
    findings.push({ path: source.path, line: source.lineOf(node), message });
  }
  return findings;
}

/** The body of `describe(…)` is a list of tests, not a function to read at once. */
function isSuite(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}
