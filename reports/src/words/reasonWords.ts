import { spaced } from './nameWords.js';

/** Why the machine turned somebody away, or why they left: the trace's words as a reader of a report says them. */
const REASONS: Readonly<Record<string, string>> = {
  jammed: 'the stuck package',
  'lane-locked': 'their cartridge was locked after a jam',
  'locked-out': 'the reader had locked their palm out',
  'not-recognised': 'the palm was not recognised',
  'out-of-service': 'the machine was out of service',
  'chute-blocked': 'the flap did not open',
  'door-open': 'the door stood open',
  busy: 'the machine was busy',
  line: 'the line before the machine',
  empty: 'their cartridge was empty',
  'not-taken': 'the package stayed in the box',
  link: 'the link to the outside was down',
  'too-early': 'before their window',
  'too-late': 'after their window',
  'site-closed': 'the site was closed',
  'not-enrolled': 'not enrolled at this machine',
};

/** A reason in words; one that has none here stands as the trace has it, with spaces. */
export function reasonWords(reason: string): string {
  return REASONS[reason] ?? spaced(reason);
}
