/** Where in a JSON text a value stands, or where the text stops being JSON. */
export type JsonPlace =
  | { readonly kind: 'found'; readonly offset: number }
  | { readonly kind: 'fault'; readonly offset: number; readonly expected: string }
  | { readonly kind: 'twice'; readonly offset: number; readonly key: string };

/** Nothing of ours is deeper; beyond it a text is refused, before it can exhaust the stack. */
const DEEPEST = 64;

/**
 * Walks a JSON text and finds the offset (from 0) of the value at `path`, or, when a part of the path is missing, of the
 * nearest value around it. A fault in the text, or a key that stands twice in one object, comes first.
 */
export function locateInJson(text: string, path: readonly PropertyKey[] = []): JsonPlace {
  const walk = new Walk(text, path.map(String));
  try {
    walk.value([]);
    walk.space();
    if (walk.at < text.length) walk.fail('nothing more on this line');
  } catch (stop) {
    if (stop instanceof Stop) return stop.place;
    throw stop;
  }
  return { kind: 'found', offset: walk.best };
}

class Stop extends Error {
  constructor(readonly place: JsonPlace) {
    super(place.kind);
  }
}

/** One escape of a string, after its backslash. */
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;
const SPACE = /[ \t\r\n]*/y;

class Walk {
  at = 0;
  /** Offset of the value nearest to the path so far. */
  best = 0;
  #bestDepth = -1;

  constructor(
    readonly text: string,
    readonly path: readonly string[],
  ) {}

  fail(expected: string): never {
    throw new Stop({ kind: 'fault', offset: this.at, expected });
  }

  space(): void {
    this.#match(SPACE);
  }

  value(path: readonly string[]): void {
    this.space();
    if (path.length > DEEPEST) this.fail(`at most ${DEEPEST} brackets within each other`);
    if (path.length > this.#bestDepth && path.every((part, i) => part === this.path[i])) {
      this.best = this.at;
      this.#bestDepth = path.length;
    }
    const first = this.text[this.at];
    if (first === '{') this.#object(path);
    else if (first === '[') this.#array(path);
    else if (first === '"') this.#string();
    else if (this.#match(SCALAR) === null) this.fail('a value');
  }

  #object(path: readonly string[]): void {
    const seen = new Set<string>();
    this.#members('}', () => {
      const offset = this.at;
      if (this.text[offset] !== '"') this.fail('a key in double quotes');
      const key = JSON.parse(this.#string()) as string;
      if (seen.has(key)) throw new Stop({ kind: 'twice', offset, key });
      seen.add(key);
      this.space();
      this.#take(':');
      this.value([...path, key]);
    });
  }

  #array(path: readonly string[]): void {
    let index = 0;
    this.#members(']', () => this.value([...path, String(index++)]));
  }

  #members(close: string, member: () => void): void {
    this.at += 1;
    this.space();
    if (this.text[this.at] === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      this.space();
      member();
      this.space();
      if (this.text[this.at] === close) break;
      this.#take(',', `',' or '${close}'`);
    }
    this.at += 1;
  }

  /** By hand: a regular expression runs out of stack on a string of megabytes. */
  #string(): string {
    const from = this.at;
    for (this.at += 1; this.at < this.text.length; this.at++) {
      const char = this.text[this.at] as string;
      if (char === '"') return this.text.slice(from, ++this.at);
      if (char < ' ') break;
      if (char !== '\\') continue;
      this.at += 1;
      if (this.#match(ESCAPE) === null) this.fail('one of " \\ / b f n r t u after a backslash');
      this.at -= 1;
    }
    return this.fail('the double quote that ends a text');
  }

  #take(char: string, expected = `'${char}'`): void {
    if (this.text[this.at] !== char) this.fail(expected);
    this.at += 1;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found ? found[0] : null;
  }
}
