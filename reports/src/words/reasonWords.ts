import { spaced } from './nameWords.js';

/** Why the machine turned somebody away, or why they left: the trace's words as a reader of a report says them. */
const REASONS: Readonly<Record<string, string>> = {
  jammed: 'a package was stuck',
  'lane-locked': 'their cartridge was locked after a jam',
  'locked-out': 'the reader had locked out their palm',
  'not-recognised': 'the palm was not recognised',
  'out-of-service': 'the machine was out of service',
  'chute-blocked': 'the flap did not open',
  'door-open': 'the door stood open',
  busy: 'the machine was busy',
  line: 'the queue at the machine was too long',
  empty: 'their cartridge was empty',
  'not-taken': 'the package stayed in the box',
  link: 'the link to the outside was down',
  'too-early': 'they came before their window',
  'too-late': 'they came after their window',
  'too-soon': 'too soon after the dose before',
  'unknown-elsewhere': 'what another machine had given them was not known yet',
  'daily-cap': 'the day’s doses had been given',
  'site-closed': 'the site was closed',
  'not-enrolled': 'they were not enrolled at this machine',
  'no-witness': 'nobody was there to witness',
  'witness-busy': 'whoever witnesses was with somebody else',
  lapsed: 'their prescription had lapsed',
  offline: 'without its link the machine could not know what they had had elsewhere',
};

/** A reason in words; one that has none here stands as the trace has it, with spaces. */
export function reasonWords(reason: string): string {
  return REASONS[reason] ?? spaced(reason);
}
