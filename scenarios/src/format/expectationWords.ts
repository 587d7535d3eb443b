/**
 * The words in which a scenario says what it expects. The schema offers them to editors, the loader checks them, and the
 * measures evaluate them on the trace: one list for all three. The key is the word as a person writes it; the text says
 * what it stands for, with the trace entry that is meant.
 */

/** What `after` and `see` may name: something that happens at an instant. */
export const EVENT_WORDS = {
  start: 'the scenario begins',
  due: 'a window opens for somebody (person: due)',
  came: 'somebody comes to the machine (person: came)',
  presented: 'a palm is held to the reader (session: presented)',
  'not-recognised': 'one comparison of a palm does not match (palm: attempt, not-matched)',
  'locked-out': "a person's palm is not tried again for now (palm: locked-out)",
  override: 'two people let somebody through in place of the palm (override: override)',
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
  'part-ordered': 'a visit finds that a cartridge needs a part (ticket: part-ordered)',
  'part-came': 'a part that was on order has come (ticket: part-came)',
  'door-opened': 'somebody opened the machine with a key (ticket: door-opened)',
  cleared: 'the cartridge is free again, by hand or remotely (ticket: cleared)',
  'cleared-by-hand': 'the cartridge was freed by hand (ticket: cleared, by-hand)',
  'cleared-remotely': 'the cartridge was freed from afar (ticket: cleared, remotely)',
  'unknown-counted': 'two people signed a count (inventory: signed)',
  'link-lost': 'the link to the outside counts as lost (link: link-lost)',
  'link-restored': 'the link to the outside is back (link: link-restored)',
  'refused-too-early': 'somebody is refused because no window is open yet (session: refused, too-early)',
  'refused-too-late': 'somebody is refused because every window is over (session: refused, too-late)',
  opening: 'a machine is opened, by whom and before whom (doorkeeper: opening)',
  delivered: 'packages stand before a machine (restock: delivered)',
  restocked: 'a machine was filled and shut again (restock: restocked)',
  expired: 'packages that are past their time were taken out of a lane and counted (restock: expired)',
  'restock-missed': 'nobody could bring packages on a day on which they should (restock: restock-missed)',
  'handed-over': 'a pharmacist hands a dose over at a counter (counter: handed-over)',
  'pharmacy-paid': 'a pharmacy is paid for a dose handed over, a cartridge filled or a delivery (books: pharmacy-paid)',
  'restock-withdrawn': 'nobody brings packages any more (restock: restock-withdrawn)',
  'check-in': 'the programme calls a site (check-ins: check-in)',
  'round-began': 'somebody on rounds arrives at a site (rounds: round-began)',
  'staff-looked-up': 'staff find out what to do about a fault, in a manual, by a call or alone (look-ups: looked-up, staff)',
  'prescriber-looked-up': 'a prescriber finds out what to do, in a manual, by a call or alone (look-ups: looked-up, prescriber)',
  'met-staff': 'a visitor talks to somebody on duty (shift: met-staff)',
  'met-nobody': 'a visitor wishes to talk and nobody has time (shift: met-nobody)',
  'noticed-at-check-in': 'a fault is noticed when the programme calls (ticket: noticed, check-in)',
  'noticed-on-round': 'a fault is noticed by somebody on rounds (ticket: noticed, round)',
  'refused-in-window':
    'somebody is refused as too early or too late within a window of theirs, by the clocks of the site (session: refused)',
  'refused-empty': 'somebody is refused because their cartridge is empty (session: refused, empty)',
  'refused-out-of-service': 'somebody is refused because the machine gives nothing for now (session: refused, out-of-service)',
  'jam-stall-current': 'a jam of this kind: a coil that binds, its current high (session: jam, stall-current)',
  'jam-stall-cam': 'a jam of this kind: a coil that turns no further, its current normal (session: jam, stall-cam)',
  'jam-hung-up': 'a jam of this kind: a package that never broke the beam (session: jam, hung-up)',
  'jam-misaligned': 'a jam of this kind: a coil that does not turn at all (session: jam, misaligned)',
  'jam-double-feed': 'a jam of this kind: two packages at once (session: jam, double-feed)',
  'jam-blind-beam': 'a jam of this kind: a beam that is dark before anything moves (session: jam, blind-beam)',
  'jam-chute-blocked': 'a jam of this kind: a chute flap that does not open (session: jam, chute-blocked)',
  'jam-interrupted': 'a jam of this kind: a motion that was cut short (session: jam, interrupted)',
  'power-lost': 'the mains of a machine are cut (power: power-lost)',
  'power-restored': 'a machine has started again after a cut (power: power-restored)',
  'controller-reset': 'a controller starts again by itself (power: controller-reset)',
  'guard-stopped': 'a machine is stopped until somebody confirms (guard: guard-stopped)',
  'guard-confirmed': 'somebody confirms that a stopped machine may go on (guard: guard-confirmed)',
  'nobody-to-confirm': 'nobody of the list is there to confirm (guard: nobody-to-confirm)',
  'tamper-alarm': 'the tamper alarm sounds (guard: tamper-alarm)',
  'video-lost': 'the video link is lost (guard: video-lost)',
  'video-restored': 'the video link is back (guard: video-restored)',
  'update-offered': 'an update is offered to a machine (update: update-offered)',
  'update-not-reached': 'an update does not reach a machine (update: update-not-reached)',
  'update-staged': 'an update is downloaded and waits for the night (update: update-staged)',
  'update-failed': 'an update failed (update: update-failed)',
  'update-half-applied': 'an update was cut off half way (update: update-half-applied)',
  'update-rolled-back': 'a machine went back to what was there before an update (update: update-rolled-back)',
  'update-given-up': 'an update is not tried any more (update: update-given-up)',
  'update-applied': 'an update is applied (update: update-applied)',
  'not-opened': 'a site that was planned never opens (site: not-opened)',
  'kept-away': 'something about the setting or the way kept somebody away (person: kept-away)',
  'went-elsewhere': 'somebody went on to another machine (person: went-elsewhere)',
  'turned-away': 'a rule of a site, or a full list, turned somebody away who asked for a place (person: turned-away)',
  'others-collected': 'other prescriptions were collected (person: others-collected)',
  'others-left': 'other prescriptions stayed at the pharmacy (person: others-left)',
  'card-given': 'a card was given in place of a palm (person: card-given)',
  seeks: 'somebody asks for a place on the programme (participant: seeks)',
  assessed: 'a prescriber has assessed somebody (prescriber: saw, assessment)',
  'taken-on': 'a site takes somebody on, assessed where that is asked for (participant: taken-on)',
  enrolled: 'somebody was given a cartridge (participant: enrolled)',
  'registration-failed': 'a palm could not be registered at this attempt (participant: registration-failed)',
  registered: 'a palm, card or PIN is registered (participant: registered)',
  'first-dose': 'somebody had their first dose (participant: first-dose)',
  'left-for-pharmacy': 'somebody left for a pharmacy after repeated faults (participant: left-for-pharmacy)',
  'came-back': 'somebody came back to the programme (participant: returned)',
  'not-coming': 'several windows in a row passed without a visit (participant: not-coming)',
  evicted: 'somebody lost their home (participant: evicted)',
  moved: 'somebody moved (participant: moved)',
  prescribed: 'a prescription was written or renewed (prescription: prescribed)',
  lapsed: 'a prescription lapsed (prescription: lapsed)',
  'no-cartridge': 'no cartridge was free for somebody (lanes: no-cartridge)',
  witnessed: 'a dose was taken before staff (witness: witnessed)',
  'refused-no-witness': 'nobody was there to witness (session: refused, no-witness)',
  'refused-lapsed': 'the prescription had lapsed (session: refused, lapsed)',
  'site-was-closed': 'somebody found the site closed (person: left-without, site-closed)',
} as const;
export type EventWord = keyof typeof EVENT_WORDS;

/** What `never` may name: something that would be a fault of the machine or of the bench, whatever the day was like. */
export const NEVER_WORDS = {
  'order-begins-twice': 'one order begins its motion a second time (SPEC H6)',
  'count-out-of-balance': 'loaded = dispensed + rejected + remaining + unknown does not hold for a cartridge (SPEC H7)',
  'unsigned-count': 'packages leave unknown without a count signed by two different people (SPEC H7)',
  'motor-with-door-open': 'a motor turns while the door is open (SPEC H8)',
  'dose-outside-window': 'a dose is given to somebody outside the windows of that person',
  'dose-too-early': 'a dose is given before the minimum interval since the last one has passed',
  'dose-over-daily-cap': 'more packages are given to somebody in a day than the daily cap allows',
  'dose-to-another': 'a dose is given from a cartridge that is assigned to somebody else',
  'override-by-one': 'an override is signed by one person only',
  'opening-by-one': 'a machine is opened by one person alone (doorkeeper: opening)',
  'opening-uncounted': 'a machine is opened again before two people signed a count of the time before (doorkeeper: opening)',
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

/** `by` of an expectation: a word of this list, a contact's name, or a role of the contacts. */
export const BY_WORDS = { 'key-holder': 'anyone who holds a key' } as const;

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
