import ts from 'typescript';
import type { Finding, Rule } from './Rule.js';
import type { Source } from './Source.js';

/** Words in comments that put a duty off or silence the compiler; spelt so that this file does not hold them. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(TO(?:DO)|FIX(?:ME)|XX(?:X))\b/, 'finish it now, or say in a sentence what the code does not do'],
  [/@ts-(ignore|nocheck)\b/, 'mend the type; where a test needs a wrong one, use @ts-expect-error with its reason'],
];

const TEST_WORDS = /^(skip|only|todo|skipIf|runIf|fails)$/;

/** Nothing is skipped, silenced or put off. */
export const noEscape: Rule = {
  name: 'no-escape',
  check: (sources) => sources.flatMap((source) => [...inText(source), ...(source.isScript ? inSyntax(source) : [])]),
};

function inText(source: Source): Finding[] {
  if (!source.isScript && !/\.(c|h|css|html|ya?ml|json|sh)$/.test(source.path)) return [];
  if (source.path === 'package-lock.json') return [];
  return source.text.split('\n').flatMap((text, index) =>
    WORDS.flatMap(([word, advice]) => {
      const found = word.exec(text)?.[0];
      return found === undefined ? [] : [{ path: source.path, line: index + 1, message: `${found}: ${advice}` }];
    }),
  );
}

function inSyntax(source: Source): Finding[] {
  return [...source.nodes()].flatMap((node) => {
    const message = anyFault(node) ?? testFault(node, source) ?? mockFault(node);
    return message === undefined ? [] : [{ path: source.path, line: source.lineOf(node), message }];
  });
}

function anyFault(node: ts.Node): string | undefined {
  const toAny = (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && node.type.kind === ts.SyntaxKind.AnyKeyword;
  return toAny ? "'as any' hides the type: write the type, or 'as unknown as T' with its reason" : undefined;
}

function testFault(node: ts.Node, source: Source): string | undefined {
  if (!source.isTest || !ts.isPropertyAccessExpression(node) || !TEST_WORDS.test(node.name.text)) return undefined;
  const base = /^\w+/.exec(node.expression.getText())?.[0] ?? '';
  if (!['it', 'test', 'describe', 'suite', 'bench', 'context', 'ctx'].includes(base)) return undefined;
  return `.${node.name.text} leaves tests out: run them all, or remove the test with its reason in the commit`;
}

function mockFault(node: ts.Node): string | undefined {
  const mocks =
    ts.isPropertyAccessExpression(node) && node.expression.getText() === 'vi' && /^(mock|doMock|hoisted)$/.test(node.name.text);
  return mocks ? `vi.${node.name.text}: use the real module, or give a stand-in as an argument` : undefined;
}
