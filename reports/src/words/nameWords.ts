import { nameInSentence } from '@dosetwin/scenarios';
import { capitalised } from './numberWords.js';

/** A contact's id as a name: `site-staff` is `Site staff`; `harbour-house/staff` is whoever of the site's staff is there. */
export function contactName(id: string): string {
  return capitalised(spaced(plainId(id)));
}

/** A contact at the beginning of a sentence: `The nurse`, `A member of staff`. */
export function theContactFirst(id: string): string {
  return capitalised(nameInSentence(id));
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
