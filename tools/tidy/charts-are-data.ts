import ts from 'typescript';
import type { Finding, Rule } from './Rule.js';
import type { Source } from './Source.js';

const FORBIDDEN_KEYS: ReadonlyMap<string, string> = new Map([
  ['invoke', 'send a command or tell a part, and wait for its event'],
  ['spawn', 'charts are wired by the machine that holds them; name a role'],
  ['spawnChild', 'charts are wired by the machine that holds them; name a role'],
  ['clock', "time is the kernel's"],
]);

/** A chart is data in the fixed vocabulary: names only, no code, no numbers, nothing of its own that runs. */
export const chartsAreData: Rule = {
  name: 'charts-are-data',
  check: (sources) =>
    sources
      .filter(({ path }) => /^twin\/src\/charts\/.*\.chart\.ts$/.test(path))
      .flatMap((source) => [...source.nodes()].flatMap((node) => faultOf(node, source))),
};

function faultOf(node: ts.Node, source: Source): Finding[] {
  const message = codeFault(node) ?? keyFault(node);
  return message === undefined ? [] : [{ path: source.path, line: source.lineOf(node), message }];
}

function codeFault(node: ts.Node): string | undefined {
  if (ts.isFunctionLike(node) && !ts.isTypeNode(node)) return 'a function in a chart: name it, in twin/src/charts/vocabulary.ts';
  if ((ts.isNumericLiteral(node) || ts.isBigIntLiteral(node)) && !ts.isLiteralTypeNode(node.parent)) {
    return `the number ${node.text} in a chart: name it, in the component's parameter file, with unit, range and source`;
  }
  return undefined;
}

function keyFault(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node) && !ts.isStringLiteral(node)) return undefined;
  const reason = FORBIDDEN_KEYS.get(node.text);
  const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
  const isUse = ts.isIdentifier(node) && !ts.isPropertyAssignment(node.parent);
  return reason !== undefined && (isKey || isUse) ? `'${node.text}' in a chart: ${reason}` : undefined;
}
