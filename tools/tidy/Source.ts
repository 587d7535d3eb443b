import ts from 'typescript';

/** A file of the house: where it lies, from the root and with `/`, what it says, and its syntax if it is a script. */
export class Source {
  #syntax: ts.SourceFile | undefined;

  constructor(
    readonly path: string,
    readonly text: string,
  ) {}

  /** TypeScript or JavaScript. */
  get isScript(): boolean {
    return /\.[cm]?[jt]sx?$/.test(this.path);
  }

  get isTest(): boolean {
    return /\.test\.tsx?$/.test(this.path) || /\/test\//.test(this.path);
  }

  /** In a folder named `node/`, where files, ports, workers and clocks may be used. */
  get isNode(): boolean {
    return /(^|\/)node\//.test(this.path);
  }

  /** The first folder: a room's name, `tools`, or '' for a file in the root. */
  get room(): string {
    return this.path.includes('/') ? this.path.slice(0, this.path.indexOf('/')) : '';
  }

  get syntax(): ts.SourceFile {
    this.#syntax ??= ts.createSourceFile(this.path, this.text, ts.ScriptTarget.Latest, true);
    return this.#syntax;
  }

  /** The line, from 1, on which a node begins. */
  lineOf(node: ts.Node): number {
    return this.syntax.getLineAndCharacterOfPosition(node.getStart(this.syntax)).line + 1;
  }

  /** Every node of a script, parents first. */
  *nodes(from: ts.Node = this.syntax): Generator<ts.Node> {
    yield from;
    const children: ts.Node[] = [];
    ts.forEachChild(from, (child) => void children.push(child));
    for (const child of children) yield* this.nodes(child);
  }

  /** What the script imports or re-exports, also by `import()`, in order. */
  imports(): { specifier: string; line: number }[] {
    if (!this.isScript) return [];
    const found: { specifier: string; line: number }[] = [];
    for (const node of this.nodes()) {
      const specifier = specifierOf(node);
      if (specifier !== undefined) found.push({ specifier, line: this.lineOf(node) });
    }
    return found;
  }
}

function specifierOf(node: ts.Node): string | undefined {
  const literal =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
  return literal !== undefined && ts.isStringLiteralLike(literal) ? literal.text : undefined;
}
