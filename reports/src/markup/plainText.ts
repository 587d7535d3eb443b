/**
 * Control characters (which XML forbids and a terminal obeys), lone surrogates and the marks that turn the direction of
 * what follows: a text from a record may hold them, a page, a file or a terminal must not.
 */
const UNSAFE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

/** The text with everything unsafe shown as U+FFFD; line breaks and tabs stay. */
export function plainText(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}
