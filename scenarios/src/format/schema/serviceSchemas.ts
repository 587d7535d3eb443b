import { z } from 'zod';
import { moment, oneOrMore, reference, word } from './scalar.js';

/** What stops a machine until a person confirms. */
export const guard = () =>
  z.strictObject({
    'stops-on': oneOrMore(word<'tamper' | 'video'>('alarm', ['tamper', 'video'])).describe(
      'What stops it: the tamper alarm, the loss of the video link, or both: [tamper, video].',
    ),
    'confirm-by': z
      .array(reference('contact'))
      .describe("Who may confirm that it goes on, the first asked first: contacts, or `staff` for the site's own while there."),
  });

/** A software update, offered to some machines or to all. */
export const update = () =>
  z.strictObject({
    offered: moment().describe('From when on it is offered, in the local time of the first site: 2026-10-20T09:00 or +1 d.'),
    machines: oneOrMore(reference('machine')).optional().describe('To which machines; left out: to all.'),
    brings: word('thing that an update brings', ['nothing', 'clock-rules'])
      .default('nothing')
      .describe(
        'What changes with it: `clock-rules` for zone data that knows the changes of 2026. Left out: nothing that shows.',
      ),
    outcome: word('outcome', ['by-chance', 'is-applied', 'fails', 'rolls-back', 'never-reaches'])
      .default('by-chance')
      .describe(
        'What becomes of it: is-applied, fails (while it is downloaded), rolls-back (while it is applied), never-reaches, or by-chance with updates.successShare. Left out: by-chance.',
      ),
  });
