import { plainText } from './plainText.js';

/** Text that may stand in HTML, SVG or XML as it is. Only `markup` makes it from values, and it escapes every one of them. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may be put into markup: text is escaped, markup stands as it is, lists are joined, nothing leaves nothing. */
export type Insertable = string | number | Markup | null | undefined | false | readonly Insertable[];

/** A tagged template: what is written in the source stands, what is inserted is escaped. */
export function markup(written: TemplateStringsArray, ...inserted: readonly Insertable[]): Markup {
  let text = written[0] as string;
  for (const [index, value] of inserted.entries()) text += markupText(value) + (written[index + 1] as string);
  return new Markup(text);
}

function markupText(value: Insertable): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return value.map(markupText).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
