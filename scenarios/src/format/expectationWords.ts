/**
 * The words in which a scenario says what it expects. The schema offers them to editors, the loader checks them, and the
 * measures evaluate them on the trace: one list for all three. The key is the word as a person writes it; the text says
 * what it stands for, with the trace entry that is meant.
 */

/** What `after`, `see` and `see-no` may name: something that happens at an instant. */
export const EVENT_WORDS = {
  start: 'the scenario begins',
  due: 'a window opens for somebody (person: due)',
  came: 'somebody comes to the machine (person: came)',
  presented: 'a palm is held to the reader (session: presented)',
  'not-recognised': 'one comparison of a palm does not match (palm: attempt, not-matched)',
  'locked-out': "a person's palm is not tried again for now (palm: locked-out)",
  override: 'two people let somebody through in place of the palm (palm: override)',
  authorised: 'an order is given for somebody (session: authorised)',
  refused: 'somebody is refused, with a reason (session: refused)',
  'dose-given': 'the drop of a package was seen (session: dose-given)',
  'dose-taken': 'the package was taken from the box (session: dose-taken)',
  'dose-not-taken': 'the package stayed in the box (session: dose-not-taken)',
  'left-without': 'somebody left without a dose (person: left-without)',
  jam: 'an order ended in a jam (session: jam)',
  recovered: 'further half turns freed a package, into the reject bin (signal: recovered)',
  'jam-noticed': 'somebody learned of a jam (ticket: noticed)',
  asked: 'a contact was asked for help (contact: asked)',
  'comes-when-free': 'a contact who was asked will come later (contact: answered, comes-when-free)',
  'contact-busy': 'a contact who was asked is busy and declines (contact: answered, busy)',
  'desk-closed': 'the support desk was asked while closed (a desk: answered, closed)',
  'helping-remotely': 'the support desk was asked and begins a remote recovery (contact: answered, helping-remotely)',
  'remote-recovery-failed': 'a remote recovery ended without freeing the package (desk: remote-recovery, freed false)',
  'nobody-free': 'the whole chain was asked and nobody can come (ticket: nobody-free)',
  'set-off': 'a contact is on the way (contact: set-off)',
  'on-site': 'a contact stands at the machine (contact: on-site)',
  'door-opened': 'somebody opened the machine with a key (ticket: door-opened)',
  cleared: 'the cartridge is free again, by hand or remotely (ticket: cleared)',
  'cleared-by-hand': 'the cartridge was freed by hand (ticket: cleared, by-hand)',
  'cleared-remotely': 'the cartridge was freed from afar (ticket: cleared, remotely)',
  'unknown-counted': 'two people signed a count (inventory: signed)',
  'link-lost': 'the link to the outside counts as lost (link: link-lost)',
  'link-restored': 'the link to the outside is back (link: link-restored)',
} as const;
export type EventWord = keyof typeof EVENT_WORDS;

/** What `never` may name: something that would be a fault of the machine or of the bench, whatever the day was like. */
export const NEVER_WORDS = {
  'order-begins-twice': 'one order begins its motion a second time (SPEC H6)',
  'count-out-of-balance': 'loaded = dispensed + rejected + remaining + unknown does not hold for a cartridge (SPEC H7)',
  'unsigned-count': 'packages leave unknown without a count signed by two different people (SPEC H7)',
  'motor-with-door-open': 'a motor turns while the door is open (SPEC H8)',
  'dose-outside-window': 'a dose is given to somebody outside that person's windows',
  'dose-too-early': 'a dose is given before the minimum interval since the last one has passed',
  'dose-over-daily-cap': 'more packages are given to somebody in a day than the daily cap allows',
  'dose-to-another': 'a dose is given from a cartridge that is assigned to somebody else',
  'override-by-one': 'an override is signed by one person only',
} as const;
export type NeverWord = keyof typeof NEVER_WORDS;

/** Whom a `target` counts: its share is taken of these. */
export const TARGET_POPULATIONS = {
  due: 'every window that opened for somebody, whether they came or not',
  came: 'every visit',
  'came-in-window': 'every visit inside a window of that person',
} as const;
export type TargetPopulation = keyof typeof TARGET_POPULATIONS;

/** What a `target` may ask to see, counted from the visit (of `due`: from the window's opening). */
export const TARGET_WORDS = ['dose-given', 'dose-taken'] as const satisfies readonly EventWord[];
export type TargetWord = (typeof TARGET_WORDS)[number];

/** Events of which a scenario may say `by` whom. */
export const EVENTS_WITH_BY = [
  'asked',
  'comes-when-free',
  'contact-busy',
  'desk-closed',
  'helping-remotely',
  'remote-recovery-failed',
  'set-off',
  'on-site',
  'door-opened',
] as const satisfies readonly EventWord[];

/** Who did it: anyone who holds a key, anyone in a role, or one contact by name. */
export type ByWhom =
  | { readonly is: 'key-holder' }
  | { readonly is: 'role'; readonly role: string }
  | { readonly is: 'contact'; readonly id: string };

interface Placed {
  /** Where the expectation stands in its scenario file, both from 1. */
  readonly line: number;
  readonly column: number;
  /** One line for people: 'within 3 h of jam at harbour-house-1: door-opened by a key holder'. */
  readonly says: string;
}

/** Must not happen at all in the run. Sets the exit code. */
export interface NeverExpectation extends Placed {
  readonly kind: 'never';
  readonly never: NeverWord;
}

/**
 * What the scenario is there to show. Holds if `after` happened at least once and, counted from its first instance at that
 * place, `see` happens (or, with `isAbsent`, does not happen) at or after it, and at most `within_us` later. Sets the exit
 * code. An instance of `after` in a run too short to see `within_us` pass is judged by what was seen.
 */
export interface ShowsExpectation extends Placed {
  readonly kind: 'shows';
  readonly after: EventWord;
  /** Id of a machine, of a site (all its machines), or `null` for anywhere. */
  readonly at: string | null;
  readonly within_us: number;
  readonly see: EventWord;
  /** True when the scenario says `see-no`: the event must not happen within the time. */
  readonly isAbsent: boolean;
  readonly by: ByWhom | null;
}

/** A goal of service: reported as met or missed, and never sets the exit code. */
export interface TargetExpectation extends Placed {
  readonly kind: 'target';
  readonly of: TargetPopulation;
  /** Id of a machine, of a site, or `null` for all. */
  readonly at: string | null;
  readonly see: TargetWord;
  readonly within_us: number;
  /** 0..1 */
  readonly atLeast: number;
}

export type Expectation = NeverExpectation | ShowsExpectation | TargetExpectation;
