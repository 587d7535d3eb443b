import { capitalised } from './numberWords.js';

/** A contact's id as a name: `site-staff` is `Site staff`; `harbour-house/staff` is whoever of the site's staff is there. */
export function contactName(id: string): string {
  return capitalised(spaced(plainId(id)));
}

/** A contact in a sentence: `the nurse`, but `P07` and `nurse 2` as they are. */
export function theContact(id: string): string {
  const own = plainId(id);
  return /^[a-z][a-z-]*$/.test(own) ? `the ${spaced(own)}` : spaced(own);
}

function plainId(id: string): string {
  return id.endsWith('/staff') ? 'staff' : id;
}

/** `America/Halifax` is `Halifax`. */
export function zonePlace(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** A kebab-case word of the trace as plain words. */
export function spaced(word: string): string {
  return word.replaceAll('-', ' ');
}
