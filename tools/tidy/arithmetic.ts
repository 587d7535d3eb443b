import ts from 'typescript';
import { isBelowUi } from './isBelowUi.js';
import type { Finding, Rule } from './Rule.js';
import type { Source } from './Source.js';

const ALLOWED = ['sqrt', 'floor', 'ceil', 'round', 'trunc', 'abs', 'min', 'max', 'imul', 'clz32'];
const MODULE = 'twin/src/kernel/arithmetic.ts';

/**
 * Only arithmetic that gives the same bits in every engine: + - * / and ten functions of Math. Everything else comes from
 * one module over a pinned library. Locales differ between machines, so nothing asks for one.
 */
export const arithmetic: Rule = {
  name: 'arithmetic',
  check: (sources) =>
    sources
      .filter((source) => isBelowUi(source) && !source.isNode && !source.isTest && source.path !== MODULE)
      .flatMap((source) => [...source.nodes()].flatMap((node) => faultOf(node, source))),
};

function faultOf(node: ts.Node, source: Source): Finding[] {
  const message = operatorFault(node) ?? mathFault(node) ?? localeFault(node) ?? libraryFault(node);
  return message === undefined ? [] : [{ path: source.path, line: source.lineOf(node), message }];
}

function operatorFault(node: ts.Node): string | undefined {
  if (!ts.isBinaryExpression(node)) return undefined;
  const kind = node.operatorToken.kind;
  const isPower = kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
  return isPower ? `** differs between engines: multiply, or use pow from ${MODULE}` : undefined;
}

function mathFault(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node) || node.text !== 'Math') return undefined;
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
    const name = parent.name.text;
    if (ALLOWED.includes(name)) return undefined;
    if (name === 'random') return 'Math.random has no seed: draw from the kernel by (component, purpose, index)';
    return `Math.${name} differs between engines: use ${name} from ${MODULE}`;
  }
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return undefined;
  return `name the function where it is used, Math.${ALLOWED[0]} for one, so that this rule can see it`;
}

function localeFault(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  if (/^toLocale/.test(node.text))
    return `${node.text} depends on the machine's locale: write the form out, or use ${node.text.replace('Locale', '')}`;
  if (node.text === 'localeCompare') return "localeCompare depends on the machine's locale: compare with < and >";
  if (node.text === 'Intl')
    return "Intl uses the machine's own zone and locale data: use the twin's calendar over the pinned zone data";
  return undefined;
}

function libraryFault(node: ts.Node): string | undefined {
  const names =
    ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text.startsWith('@stdlib/');
  return names ? `@stdlib is used through ${MODULE} alone: add the function there` : undefined;
}
