/** What placeholders of a line stood for; numbers are still text. */
export type Found = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{([a-z][a-z-]*)(?::(\d))?\}/g;

/** The names of a pattern's placeholders, in their order. */
export function placeholdersOf(pattern: string): readonly string[] {
  return [...pattern.matchAll(PLACEHOLDER)].map(([, name]) => name as string);
}

/** Writes values into a pattern: `V{cartridge:2}` with 7 is `V07`. A placeholder without a value is an error of the profile. */
export function fillPattern(pattern: string, values: Readonly<Record<string, number>>): string {
  return pattern.replace(PLACEHOLDER, (_, name: string, width: string | undefined) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`nothing is known for {${name}} of '${pattern}'`);
    return String(value).padStart(Number(width ?? 1), '0');
  });
}

/** What a line says by a pattern, or `null`: another line. A placeholder is a run of signs without blanks; a run of blanks is one. */
export function matchPattern(pattern: string, line: string): Found | null {
  const wanted = pattern.trim().split(/\s+/);
  const words = line.trim().split(/\s+/);
  if (wanted.length !== words.length) return null;
  const found: Record<string, string> = {};
  return wanted.every((part, index) => matchWord(part, words[index] as string, found)) ? found : null;
}

/** One word: letters as they are, and placeholders between them. */
function matchWord(part: string, word: string, found: Record<string, string>): boolean {
  const names = placeholdersOf(part);
  if (names.length === 0) return part === word;
  const fixed = part.split(/\{[^}]*\}/).map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const match = new RegExp(`^${fixed.join('(\\S+)')}$`).exec(word);
  if (match === null) return false;
  for (const [index, name] of names.entries()) found[name] = match[index + 1] as string;
  return true;
}
