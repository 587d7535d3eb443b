import ts from 'typescript';
import type { Rule } from './Rule.js';

/**
 * A room has one door, its `src/index.ts`, and one more for what needs Node, `src/node/index.ts`; no other file exists only to
 * pass on what others export.
 */
export const noBarrel: Rule = {
  name: 'no-barrel',
  check: (sources) =>
    sources
      .filter((source) => source.isScript && !/^[^/]+\/src\/(node\/)?index\.ts$/.test(source.path))
      .filter(({ syntax }) => syntax.statements.length > 0 && syntax.statements.every(passesOn))
      .map(({ path }) => ({
        path,
        line: 1,
        message: "import from the files themselves; only a room's src/index.ts passes names on",
      })),
};

function passesOn(statement: ts.Statement): boolean {
  return ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
}
