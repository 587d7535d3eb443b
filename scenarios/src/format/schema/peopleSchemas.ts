import { MOST_CARTRIDGES, provinces } from '@dosetwin/twin';
import { z } from 'zod';
import { DAY_KEYS, hours } from './hoursSchema.js';
import { participationKeys } from './programmeSchemas.js';
import { duration, interval, moment, oneOrMore, reference, share, text, whole, word, yesOrNo } from './scalar.js';
import { round } from './serviceSchemas.js';

/** One person (under a pseudonym such as P19), or a group (under any other name, with a count). */
export const people = () =>
  z.strictObject({
    count: whole('a number of people', 1, MOST_CARTRIDGES)
      .optional()
      .describe('How many people the group has; they become R01, R02… after the first letter of its name.'),
    machine: reference('machine').describe('The machine that holds their cartridges.'),
    counter: reference('pharmacy')
      .optional()
      .describe('The pharmacy at whose counter they collect, instead of at the machine. Left out: at the machine.'),
    cartridge: whole('a cartridge', 1, MOST_CARTRIDGES)
      .optional()
      .describe('The cartridge of one person; left out: the lowest that nobody was given.'),
    windows: oneOrMore(interval()).describe('When a dose may be had, every day, in local time: 13:00-17:00, or a list of such.'),
    attendance: share()
      .optional()
      .describe('With what chance a person comes in a window, 85 % or 0.85; left out: 85 % (an assumption).'),
    comes: oneOrMore(moment())
      .optional()
      .describe('Instead of by chance: the times at which one person comes, in the local time of the site.'),
    'minimum-interval': duration()
      .optional()
      .describe('Least time between two doses of a person; left out: 180 min (an assumption).'),
    'daily-cap': whole('a number of packages a day', 1, MOST_CARTRIDGES)
      .optional()
      .describe('Packages a day at most; left out: as many as there are windows.'),
    hands: oneOrMore(word('condition of hands', ['cold', 'lotion-or-dust']))
      .default([])
      .describe('Condition of the hands that the palm reader sees; left out: neither.'),
    'false-non-match-rate': share()
      .optional()
      .describe("With what chance a comparison of this person's own palm does not match; left out: drawn from the population."),
    ...participationKeys(),
  });

/** Minutes from setting off to standing at the machine. */
const travel = () =>
  z
    .array(duration())
    .length(3)
    .describe('Least, likely and most time from setting off to the machine: [5 min, 11 min, 20 min]. Left out: never travels.');

export const contact = () =>
  z.strictObject({
    role: word('role', ['site-staff', 'pharmacist', 'nurse', 'manager', 'technician', 'desk']).describe('What they are.'),
    zone: reference('time zone').optional().describe('Their IANA time zone; left out: that of the first site.'),
    province: word('province', provinces)
      .optional()
      .describe('Two letters, for their public holidays; left out: that of the first site.'),
    key: yesOrNo().describe('Do they hold a key of the machine?'),
    hours: hours().describe('When they can be asked, in their own local time.'),
    busy: z
      .array(
        z.strictObject({
          from: moment().describe('When they begin to be busy, in their own local time.'),
          to: moment().describe('When they are free again.'),
          on: word('word for days', DAY_KEYS).optional().describe('Every such day, `mon-fri` for one; left out: once.'),
          reason: text(40).default('busy').describe('A word for the record: busy, outreach, travelling.'),
        }),
      )
      .default([])
      .describe('Times within their hours at which they have no time.'),
    'when-busy': word('answer', ['comes-when-free', 'declines'])
      .default('comes-when-free')
      .describe('What they say when asked while busy: they come when free, or decline. Left out: comes-when-free.'),
    rounds: z
      .array(round())
      .default([])
      .describe('Sites at which they are on rounds; they are busy for everybody else then. Left out: none.'),
    travel: travel().optional(),
    'based-at': reference('site')
      .optional()
      .describe('Instead of `travel`: the site from which they drive to any machine, by the roads. Left out: as `travel` says.'),
    remote: word('remote recovery', ['none', 'by-chance', 'frees', 'cannot-free'])
      .default('none')
      .describe('Of a desk: may it recover a jam remotely, and does that free it? Left out: none.'),
  });
