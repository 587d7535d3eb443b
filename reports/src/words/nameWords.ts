import { capitalised } from './numberWords.js';

/** `harbour-house-1/cartridge-19` is the machine `harbour-house-1`. */
export function machineOf(address: string): string {
  const cut = address.indexOf('/');
  return cut < 0 ? address : address.slice(0, cut);
}

/** A contact's id as a name: `site-staff` is `Site staff`. */
export function contactName(id: string): string {
  return capitalised(id.replaceAll('-', ' '));
}

/** A contact in a sentence: `the nurse`, but `P07` and `nurse 2` as they are. */
export function theContact(id: string): string {
  return /^[a-z][a-z-]*$/.test(id) ? `the ${id.replaceAll('-', ' ')}` : id.replaceAll('-', ' ');
}

/** `America/Halifax` is `Halifax`. */
export function zonePlace(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** A kebab-case word of the trace as plain words. */
export function spaced(word: string): string {
  return word.replaceAll('-', ' ');
}
