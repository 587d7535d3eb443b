import { Markup, markup } from '../markup/Markup.js';
import { fontFaces } from './fontFaces.js';
import type { ReportFonts } from './ReportFonts.js';
import { reportStyle } from './reportStyle.js';

export interface ReportPage {
  readonly title: string;
  /** What kind of page it is, in the browser's title: `incident report`. */
  readonly kind: string;
  /** Carried inside; with `null` the reader's own are used. */
  readonly fonts: ReportFonts | null;
  /** What it adds to the style of all reports, and the class that this goes by. */
  readonly style?: { readonly name: string; readonly css: string };
  readonly main: Markup;
}

/** The frame of every report: one HTML file that needs nothing else, no script and no network. */
export function reportPage({ title, kind, fonts, style, main }: ReportPage): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${title}: dosetwin ${kind}</title>
<style>${fonts && fontFaces(fonts)}${new Markup(reportStyle + (style?.css ?? ''))}</style>
</head>
<body><main class="${style === undefined ? 'page' : `page ${style.name}`}">
${main}
</main></body>
</html>
`.text;
}
