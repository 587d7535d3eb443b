import ts from 'typescript';
import { isBelowUi } from './isBelowUi.js';
import type { Finding, Rule } from './Rule.js';
import type { Source } from './Source.js';

const CLOCK = "time is the kernel's: take it from there, or move this to a folder named node/";
const CHANCE = 'chance is drawn from the kernel by (component, purpose, index)';

const FORBIDDEN: ReadonlyMap<string, string> = new Map([
  ['Date', CLOCK],
  ['performance', CLOCK],
  ['setTimeout', CLOCK],
  ['setInterval', CLOCK],
  ['setImmediate', CLOCK],
  ['requestAnimationFrame', CLOCK],
  ['process', "the machine's state is not the twin's: take what is needed as an argument, or move this to a folder named node/"],
  ['crypto', CHANCE],
]);

/** No wall clock and no unseeded randomness below `ui`; in tests no unseeded randomness anywhere. */
export const noClockNoChance: Rule = {
  name: 'no-clock-no-chance',
  check: (sources) =>
    sources
      .filter((source) => source.isScript && (isBelowUi(source) || source.isTest))
      .flatMap((source) => [...source.nodes()].flatMap((node) => faultOf(node, source))),
};

function faultOf(node: ts.Node, source: Source): Finding[] {
  if (!ts.isIdentifier(node)) return [];
  const at = { path: source.path, line: source.lineOf(node) };
  if (isMathRandom(node))
    return [{ ...at, message: `Math.random has no seed: ${source.isTest ? "use fast-check, or the kernel's draws" : CHANCE}` }];
  const reason = FORBIDDEN.get(node.text);
  if (reason === undefined || source.isNode || source.isTest || !isGlobal(node)) return [];
  return [{ ...at, message: `${node.text}: ${reason}` }];
}

function isMathRandom(node: ts.Identifier): boolean {
  const parent = node.parent;
  return node.text === 'random' && ts.isPropertyAccessExpression(parent) && parent.expression.getText() === 'Math';
}

/** A use of the name itself, or of `globalThis.NAME`; not a property, a key or a field that happens to be called so. */
function isGlobal(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return parent.expression.getText() === 'globalThis';
  const declaresName = 'name' in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent);
  return !declaresName;
}
