import { FEELINGS, MOST_CARTRIDGES, provinces } from '@dosetwin/twin';
import { z } from 'zod';
import { PROFILE_NAMES } from '../../profile/PROFILES.js';
import { Complaint, quote } from '../Complaint.js';
import { readQuantity } from '../units/quantity.js';
import { hours } from './hoursSchema.js';
import { duration, figure, moment, oneOrMore, reference, share, whole, word, yesOrNo } from './scalar.js';
import { looksUp } from './serviceSchemas.js';

/** A number of degrees, as it is: maps are drawn from it, and nothing is stored under it. */
const degrees = (name: string, least: number, most: number) => {
  const expected = `a ${name} from ${least} to ${most} degrees`;
  return figure({ type: 'number', minimum: least, maximum: most }, expected, (written) =>
    typeof written === 'number' && written >= least && written <= most
      ? written
      : Complaint.of(quote(written), `is no ${name}; write degrees from ${least} to ${most}, such as 48.38`, expected),
  );
};

export const place = () =>
  z
    .tuple([degrees('latitude', -90, 90), degrees('longitude', -180, 180)])
    .transform(([latitude, longitude]) => ({ latitude, longitude }));

/** A site by name, or a point. */
const home = () => z.union([reference('site'), place()]);

/** Of a site that was planned and may never open. */
const opening = () =>
  z.strictObject({
    chance: share().describe('With what chance it opens when nobody is consulted: 50 %.'),
    consulted: yesOrNo()
      .default(false)
      .describe('Were partners there consulted beforehand? That makes it likelier, by opening.consultationShare. Left out: no.'),
  });

/** Keys of a site that say whom it takes on, how doses are given, and how it feels. */
export const settingKeys = () => ({
  place: place()
    .optional()
    .describe('Where it is, degrees of latitude and longitude: [48.38, -89.25]. Left out: nowhere on a map.'),
  'felt-as': oneOrMore(word('feeling', FEELINGS))
    .default([])
    .describe('How the place feels to those who might come; each keeps some away, by the block `setting`. Left out: none.'),
  pharmacist: reference('contact')
    .optional()
    .describe('Of a pharmacy: who keeps its counter, and restocks machines from it. Left out: it has no counter.'),
  opening: opening().optional().describe('That it was planned and may never open. Left out: it is open.'),
  profile: word('profile of a province', PROFILE_NAMES)
    .optional()
    .describe('Rules of a province, as `dosetwin` holds them with their sources. Left out: only the rules that stand here.'),
  refuses: oneOrMore(reference('trait'))
    .default([])
    .describe('Traits of people whom the site does not take on, in the order in which they are asked about. Left out: none.'),
  requires: oneOrMore(reference('trait')).default([]).describe('Traits that a person must have to be taken on. Left out: none.'),
  'tenants-only': yesOrNo().default(false).describe('Only for those whose home it is. Left out: no.'),
  witnessed: yesOrNo().optional().describe('Every dose is taken before staff. Left out: as the profile says, or no.'),
  'screen-every': duration()
    .optional()
    .describe('How often a screen is asked for, without which a prescription lapses. Left out: as the profile says, or never.'),
});

/** Keys of a machine that say who may use it, and what for. */
export const identityKeys = () => ({
  identify: word<'palm' | 'card' | 'pin'>('way to say who one is', ['palm', 'card', 'pin'])
    .optional()
    .describe('How people say who they are: palm, card or pin. Left out: palm.'),
  'card-instead': yesOrNo()
    .optional()
    .describe('Whether somebody whose palm cannot be registered gets a card all the same. Left out: no.'),
  products: z
    .record(z.string(), whole('a number of cartridges', 0, MOST_CARTRIDGES))
    .optional()
    .describe('Cartridges kept for each product, from the lowest on: { tablets: 30, patches: 18 }. Left out: for any.'),
});

/** Keys of a person or a group that say how they come to the programme, what is prescribed, and what becomes of them. */
export const participationKeys = () => ({
  also: oneOrMore(reference('machine'))
    .default([])
    .describe('Further machines that they may go to, after the first, in this order. Left out: none.'),
  joins: moment()
    .optional()
    .describe('When they first ask for a place; assessment, cartridge and palm follow. Left out: on the programme already.'),
  'joins-over': duration()
    .optional()
    .describe('For a group: over how long after `joins` they ask, evenly. Left out: all at once.'),
  traits: z
    .union([
      z.record(z.string(), share()),
      z.array(reference('trait')).transform((names) => Object.fromEntries(names.map((name) => [name, 1]))),
    ])
    .default({})
    .describe('What rules of sites ask about: [agonist-treatment], or with shares { agonist-treatment: 30 % }. Left out: none.'),
  'may-leave': yesOrNo()
    .optional()
    .describe('Whether they may leave for a pharmacy after repeated faults, and come back. Left out: they stay.'),
  home: home().optional().describe('Where they live: a site, or degrees [48.42, -89.26]. Left out: nobody knows.'),
  evicted: moment().optional().describe('When they lose their home, and with it the machines of housing sites.'),
  moves: z
    .strictObject({ at: moment().describe('When.'), to: home().describe('Where to: a site, or degrees.') })
    .optional()
    .describe('When they move, and where to.'),
  product: reference('product').optional().describe('What they ask for. Left out: whatever there is.'),
  prescription: z
    .strictObject({
      by: reference('prescriber').optional().describe('Who writes and renews it; left out: it does not lapse.'),
      lasts: duration().optional().describe('How long it runs; left out: 28 d (an assumption).'),
      'valid-at': word<'each-machine' | 'one-machine'>('place of validity', ['each-machine', 'one-machine'])
        .default('each-machine')
        .describe('At each of their machines, with a cartridge in each, or at one. Left out: each-machine.'),
    })
    .optional()
    .describe('Their prescription. Left out: valid at each of their machines, and it does not lapse.'),
  'other-prescriptions': duration()
    .optional()
    .describe('How often other prescriptions of theirs are ready at a pharmacy: 7 d. Left out: they have none.'),
});

export const prescriber = () =>
  z.strictObject({
    zone: reference('time zone').optional().describe('Their IANA time zone; left out: that of the first site.'),
    province: word('province', provinces)
      .optional()
      .describe('Two letters, for their public holidays; left out: that of the first site.'),
    hours: hours().describe('When they see people of the programme, in their own local time.'),
    'takes-on': whole('a number of people', 1, 1_000)
      .optional()
      .describe('People on their list at most; left out: no limit but time.'),
    manual: yesOrNo().default(false).describe('Have they a concise manual at hand? Left out: no.'),
    'looks-up': looksUp()
      .optional()
      .describe('They find out what to do while the person is there, in the manual if there is one. Left out: they know.'),
  });

export const road = () =>
  z.strictObject({
    between: z.array(reference('site')).length(2).describe('Two sites: [mill-town, nickel-town].'),
    is: figure({ type: 'string', examples: ['290 km'] }, 'a length such as 290 km', (written) =>
      readQuantity(written, 'km'),
    ).describe('How long the road between them is: 290 km.'),
  });
