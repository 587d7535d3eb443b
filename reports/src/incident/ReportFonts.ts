/**
 * The typefaces that a report carries inside itself, each a WOFF2 file in base64: Newsreader for titles and sentences,
 * Geist for the rest, Geist Mono for times and digests. All three are under the SIL Open Font License 1.1.
 */
export interface ReportFonts {
  readonly serif: string;
  readonly serifItalic: string;
  readonly sans: string;
  readonly mono: string;
}
