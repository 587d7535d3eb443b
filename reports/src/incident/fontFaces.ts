import { Markup } from '../markup/Markup.js';
import type { ReportFonts } from './ReportFonts.js';

/** The typefaces as rules of a style sheet, carried inside it. */
export function fontFaces({ serif, serifItalic, sans, mono }: ReportFonts): Markup {
  return new Markup(
    fontFace('Report Serif', 'normal', '200 800', serif) +
      fontFace('Report Serif', 'italic', '200 800', serifItalic) +
      fontFace('Report Sans', 'normal', '100 900', sans) +
      fontFace('Report Mono', 'normal', '100 900', mono),
  );
}

function fontFace(family: string, style: string, weights: string, base64: string): string {
  if (!/^[A-Za-z0-9+/]*=*$/.test(base64)) throw new TypeError(`the typeface for ${family} is not base64`);
  return `@font-face{font-family:'${family}';font-style:${style};font-weight:${weights};src:url(data:font/woff2;base64,${base64}) format('woff2');}\n`;
}
