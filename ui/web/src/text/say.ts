import i18next from 'i18next';
import { en } from './en.js';

const texts = i18next.createInstance();
void texts.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  resources: { en: { translation: en } },
  // Keys are written with dots between levels; texts are React's to escape.
  interpolation: { escapeValue: false },
  returnObjects: false,
});

type Values = Readonly<Record<string, string | number>>;

/** The page's words for a key, with values in their places. */
export function say(key: string, values?: Values): string {
  return texts.t(key, values ?? {});
}

/** One word of a list: weekdays, months. */
export function sayOne(key: string, place: number): string {
  const list = texts.t(key, { returnObjects: true }) as unknown as readonly string[];
  return list[place] ?? '';
}

/** Whether the page has words for a key of its own. */
export function canSay(key: string): boolean {
  return texts.exists(key);
}

/** A name of the model as a reader reads it: `inService.waitingForDrop` is `waiting for drop`; words of their own win. */
export function sayWord(word: string): string {
  const own = `words.${word}`;
  if (texts.exists(own)) return say(own);
  return word
    .replaceAll('-', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
