import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ReportFonts } from '../incident/ReportFonts.js';

const { resolve } = createRequire(import.meta.url);

/** The report's typefaces as base64, from the packages that the room depends on: Latin letters only, some 240 kB in all. */
export function readReportFonts(): ReportFonts {
  return {
    serif: base64('@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2'),
    serifItalic: base64('@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2'),
    sans: base64('@fontsource-variable/geist/files/geist-latin-wght-normal.woff2'),
    mono: base64('@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2'),
  };
}

function base64(file: string): string {
  return readFileSync(resolve(file)).toString('base64');
}
