/**
 * Control characters (which XML forbids and a terminal obeys), lone surrogates and the marks that turn the direction of
 * what follows: a text from a record may hold them, a page, a file or a terminal must not.
 */
const UNSAFE = /(?![\t\n\r])\p{Cc}|\p{Bidi_Control}|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu;

/** The text with everything unsafe shown as U+FFFD; line breaks and tabs stay. */
export function plainText(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}
