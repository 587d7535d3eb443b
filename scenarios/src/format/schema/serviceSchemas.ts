import { mechanismParameters } from '@dosetwin/twin';
import { z } from 'zod';
import { DAY_KEYS } from './hoursSchema.js';
import { duration, moment, oneOrMore, reference, share, whole, word, yesOrNo } from './scalar.js';

const { value: CAPACITY, max: MOST_PACKAGES } = mechanismParameters.lanePackages;
/** Who can come to a machine: everybody but a desk. */
export const ROLES_AT_A_DOOR = ['site-staff', 'pharmacist', 'nurse', 'manager', 'technician'] as const;

/** Who may open the machines of a site. */
const access = () =>
  z.strictObject({
    roles: oneOrMore(word<(typeof ROLES_AT_A_DOOR)[number]>('role', ROLES_AT_A_DOOR))
      .optional()
      .describe('Which roles may open the machine; whoever may not is not asked, key or no key. Left out: all.'),
    'two-person': yesOrNo()
      .default(false)
      .describe("Must somebody of the site's staff stand by whenever it is opened? Left out: no."),
  });

/** Who brings packages to a machine. */
export const restock = () =>
  z.strictObject({
    by: reference('contact').describe('The contact who brings them; they must be on duty then, and not busy.'),
    on: word('word for days', DAY_KEYS).default('mon-fri').describe('On which days; left out: mon-fri.'),
    at: moment().describe('When they set off, by the clocks of the site: 10:00.'),
    to: whole('a number of packages', 1, MOST_PACKAGES)
      .default(CAPACITY)
      .describe(`Packages to which each lane that belongs to somebody is filled; left out: ${CAPACITY}.`),
    keeps: duration()
      .optional()
      .describe(
        'How long packages keep from their loading, such as 30 d; a round takes out those that are past it. Left out: for ever.',
      ),
    ends: moment().optional().describe('From when on nobody brings any more, as when a pharmacy withdraws; left out: never.'),
  });

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

/** On which days somebody of the programme calls a site. */
const checkIn = () =>
  z.strictObject({
    on: word('word for days', DAY_KEYS).default('mon-fri').describe('On which days; left out: mon-fri.'),
    at: moment().describe('When, by the clocks of the site: 09:30.'),
  });

/** A contact's stay at a site, again and again. */
export const round = () =>
  z.strictObject({
    site: reference('site').describe('Where they are.'),
    on: word('word for days', DAY_KEYS).default('mon-fri').describe('On which days; left out: mon-fri.'),
    from: moment().describe('When they arrive, in their own local time: 10:00.'),
    to: moment().describe('When they go on: 11:00.'),
  });

/** That what to do has to be found out, by site staff and by prescribers. */
export const looksUp = () =>
  z.strictObject({
    calls: reference('contact')
      .optional()
      .describe('Whom they call, while that contact is on duty and not busy, when no manual says it. Left out: nobody.'),
  });

/** How a site is kept in touch with, and who may open its machines. */
export const careKeys = () => ({
  access: access().optional().describe('Who may open the machines, beside holding a key. Left out: anybody with a key, alone.'),
  'check-in': checkIn().optional().describe('When the programme calls and staff look at the machine. Left out: never.'),
  manual: yesOrNo().default(false).describe('Have staff a concise manual at hand? Left out: no.'),
  'looks-up': looksUp()
    .optional()
    .describe(
      'Staff find out what to do about a fault, in the manual if there is one, before they ask anybody. Left out: they know.',
    ),
  'wish-to-talk': share()
    .optional()
    .describe('Share of visitors who wish to talk to somebody on duty. Left out: it is not looked at.'),
});
