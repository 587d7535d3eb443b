import type { EventWord } from '../format/expectationWords.js';

/**
 * How an event is said: `seen` as what is hoped for, `after` behind 'within 3 h of', and `told` once it has happened, as a
 * clause with whoever did it or had it happen to them.
 */
interface EventPhrase {
  readonly seen: string;
  readonly after: string;
  readonly told: (who: string) => string;
}

export const EVENT_PHRASES: { readonly [word in EventWord]: EventPhrase } = {
  start: { seen: 'the start', after: 'the start', told: () => 'the run started' },
  due: { seen: 'a window opens', after: "the window's opening", told: (who) => `the window of ${who} opened` },
  came: { seen: 'somebody comes', after: 'the visit', told: (who) => `${who} came` },
  presented: { seen: 'a palm held out', after: 'the palm being held out', told: (who) => `${who} held out a palm` },
  'not-recognised': {
    seen: 'a palm not recognised',
    after: 'the failed palm reading',
    told: (who) => `the palm of ${who} was not recognised`,
  },
  'locked-out': { seen: 'a palm locked out', after: 'the lock-out', told: (who) => `the palm of ${who} was locked out` },
  override: { seen: 'two people vouch', after: 'the override', told: (who) => `two people vouched for ${who}` },
  authorised: { seen: 'an order authorised', after: 'the order', told: (who) => `an order for ${who} was authorised` },
  refused: { seen: 'a refusal', after: 'the refusal', told: (who) => `${who} was turned away` },
  'dose-given': { seen: 'dose given', after: 'the dose being given', told: (who) => `${who} was given the dose` },
  'dose-taken': { seen: 'dose taken', after: 'the dose being taken', told: (who) => `${who} took the dose` },
  'dose-not-taken': { seen: 'dose not taken', after: 'the dose not being taken', told: (who) => `${who} did not take the dose` },
  'left-without': {
    seen: 'somebody leaves without a dose',
    after: 'somebody leaving without a dose',
    told: (who) => `${who} left without the dose`,
  },
  jam: { seen: 'a jam', after: 'the jam', told: (who) => `there was a jam, with ${who} at the machine` },
  recovered: {
    seen: 'a package recovered into the reject bin',
    after: 'the recovery',
    told: () => 'a package was recovered into the reject bin',
  },
  'jam-noticed': { seen: 'jam noticed', after: 'the jam being noticed', told: () => 'the jam was noticed' },
  asked: { seen: 'help asked for', after: 'help being asked for', told: (who) => `${who} was asked for help` },
  'comes-when-free': {
    seen: 'a promise to come later',
    after: 'the promise to come later',
    told: (who) => `${who} promised to come later`,
  },
  'contact-busy': { seen: 'somebody asked who is busy', after: 'the contact being busy', told: (who) => `${who} was busy` },
  'desk-closed': { seen: 'desk found closed', after: 'the desk being found closed', told: (who) => `${who} was found closed` },
  'helping-remotely': {
    seen: 'help from afar begun',
    after: 'the help from afar',
    told: (who) => `${who} began to help from afar`,
  },
  'remote-recovery-failed': {
    seen: 'an attempt from afar without success',
    after: 'the attempt from afar',
    told: (who) => `${who} tried from afar without success`,
  },
  'nobody-free': {
    seen: 'nobody free to come',
    after: 'nobody being free',
    told: () => 'everybody had been asked and nobody was free',
  },
  'set-off': { seen: 'somebody on the way', after: 'somebody setting off', told: (who) => `${who} set off` },
  'on-site': {
    seen: 'somebody at the machine',
    after: 'somebody arriving at the machine',
    told: (who) => `${who} arrived at the machine`,
  },
  'door-opened': { seen: 'door opened', after: 'the door being opened', told: (who) => `${who} opened the door` },
  'part-ordered': { seen: 'a part ordered', after: 'the ordering of a part', told: () => 'a part was ordered' },
  'part-came': { seen: 'a part arrived', after: 'the arrival of a part', told: () => 'the part arrived' },
  cleared: { seen: 'cartridge cleared', after: 'the cartridge being cleared', told: () => 'the cartridge was cleared' },
  'cleared-by-hand': {
    seen: 'cartridge cleared by hand',
    after: 'the cartridge being cleared by hand',
    told: () => 'the cartridge was cleared by hand',
  },
  'cleared-remotely': {
    seen: 'cartridge cleared from afar',
    after: 'the cartridge being cleared from afar',
    told: () => 'the cartridge was cleared from afar',
  },
  'unknown-counted': { seen: 'a count signed by two people', after: 'the count', told: () => 'two people signed a count' },
  'link-lost': { seen: 'link lost', after: 'the link being lost', told: () => 'the link was lost' },
  'link-restored': { seen: 'link restored', after: 'the link being restored', told: () => 'the link was back' },
  'refused-too-early': {
    seen: 'a refusal before the window',
    after: 'the refusal before the window',
    told: (who) => `${who} was turned away as too early`,
  },
  'refused-too-late': {
    seen: 'a refusal after the window',
    after: 'the refusal after the window',
    told: (who) => `${who} was turned away as too late`,
  },
  opening: { seen: 'the machine opened', after: 'the machine being opened', told: () => 'the machine was opened' },
  delivered: { seen: 'packages delivered', after: 'the delivery', told: () => 'packages were delivered' },
  restocked: { seen: 'the machine restocked', after: 'the restocking', told: () => 'the machine was restocked' },
  expired: {
    seen: 'packages past their time taken out',
    after: 'packages past their time being taken out',
    told: () => 'packages past their time were taken out',
  },
  'restock-missed': { seen: 'a delivery missed', after: 'the delivery being missed', told: () => 'the delivery was missed' },
  'handed-over': {
    seen: 'a dose handed over at a counter',
    after: 'the dose being handed over at a counter',
    told: (who) => `a pharmacist handed a dose over to ${who}`,
  },
  'pharmacy-paid': { seen: 'a pharmacy being paid', after: 'the pharmacy being paid', told: () => 'the pharmacy was paid' },
  'restock-withdrawn': { seen: 'the deliveries ended', after: 'the end of the deliveries', told: () => 'the deliveries ended' },
  'check-in': { seen: 'a call of the programme', after: 'the call of the programme', told: () => 'the programme called' },
  'round-began': {
    seen: 'somebody on rounds at the site',
    after: 'the beginning of the round',
    told: () => 'somebody on rounds arrived',
  },
  'staff-looked-up': {
    seen: 'staff looking something up',
    after: 'staff looking something up',
    told: () => 'staff found out what to do',
  },
  'prescriber-looked-up': {
    seen: 'a prescriber looking something up',
    after: 'a prescriber looking something up',
    told: () => 'a prescriber found out what to do',
  },
  'met-staff': { seen: 'a visitor who meets staff', after: 'the visitor meeting staff', told: () => 'a visitor met staff' },
  'met-nobody': { seen: 'a visitor who meets nobody', after: 'the visitor meeting nobody', told: () => 'a visitor met nobody' },
  'noticed-at-check-in': {
    seen: 'a fault noticed at a check-in',
    after: 'the check-in that noticed it',
    told: () => 'the fault was noticed at a check-in',
  },
  'noticed-on-round': {
    seen: 'a fault noticed on rounds',
    after: 'the round that noticed it',
    told: () => 'the fault was noticed on rounds',
  },
  'refused-in-window': {
    seen: 'a refusal within the window',
    after: 'the refusal within the window',
    told: (who) => `${who} was turned away within the window`,
  },
  'refused-empty': {
    seen: 'a refusal because a cartridge is empty',
    after: 'the refusal because a cartridge was empty',
    told: (who) => `${who} was turned away from an empty cartridge`,
  },
  'refused-out-of-service': {
    seen: 'a refusal by a machine that is out of service',
    after: 'the refusal by a machine out of service',
    told: (who) => `${who} was turned away by a machine out of service`,
  },
  'jam-stall-current': {
    seen: 'a jam: a coil that binds, its current high',
    after: 'the jam, a coil that binds, its current high',
    told: () => 'there was a jam: a coil that binds, its current high',
  },
  'jam-stall-cam': {
    seen: 'a jam: a coil that turns no further, its current normal',
    after: 'the jam, a coil that turns no further, its current normal',
    told: () => 'there was a jam: a coil that turns no further, its current normal',
  },
  'jam-hung-up': {
    seen: 'a jam: a package that never broke the beam',
    after: 'the jam, a package that never broke the beam',
    told: () => 'there was a jam: a package that never broke the beam',
  },
  'jam-misaligned': {
    seen: 'a jam: a coil that does not turn at all',
    after: 'the jam, a coil that does not turn at all',
    told: () => 'there was a jam: a coil that does not turn at all',
  },
  'jam-double-feed': {
    seen: 'a jam: two packages at once',
    after: 'the jam, two packages at once',
    told: () => 'there was a jam: two packages at once',
  },
  'jam-blind-beam': {
    seen: 'a jam: a beam that is dark before anything moves',
    after: 'the jam, a beam that is dark before anything moves',
    told: () => 'there was a jam: a beam that is dark before anything moves',
  },
  'jam-chute-blocked': {
    seen: 'a jam: a chute flap that does not open',
    after: 'the jam, a chute flap that does not open',
    told: () => 'there was a jam: a chute flap that does not open',
  },
  'jam-interrupted': {
    seen: 'a jam: a motion that was cut short',
    after: 'the jam, a motion that was cut short',
    told: () => 'there was a jam: a motion that was cut short',
  },
  'power-lost': { seen: 'the mains cut', after: 'the mains being cut', told: () => 'the mains were cut' },
  'power-restored': {
    seen: 'a machine started again',
    after: 'the machine starting again',
    told: () => 'the machine had started again',
  },
  'controller-reset': {
    seen: 'a controller starting again',
    after: 'the controller starting again',
    told: () => 'the controller started again by itself',
  },
  'guard-stopped': {
    seen: 'a machine stopped until somebody confirms',
    after: 'the machine being stopped',
    told: () => 'the machine was stopped until somebody confirms',
  },
  'guard-confirmed': {
    seen: 'somebody confirming that the machine may go on',
    after: 'the confirmation',
    told: () => 'somebody confirmed that the machine may go on',
  },
  'nobody-to-confirm': {
    seen: 'nobody there to confirm',
    after: 'nobody being there to confirm',
    told: () => 'nobody was there to confirm',
  },
  'tamper-alarm': { seen: 'the tamper alarm', after: 'the tamper alarm', told: () => 'the tamper alarm sounded' },
  'video-lost': { seen: 'the video link lost', after: 'the video link being lost', told: () => 'the video link was lost' },
  'video-restored': { seen: 'the video link back', after: 'the video link being back', told: () => 'the video link was back' },
  'update-offered': { seen: 'an update offered', after: 'the update being offered', told: () => 'an update was offered' },
  'update-not-reached': {
    seen: 'an update that does not arrive',
    after: 'the update not arriving',
    told: () => 'the update did not reach the machine',
  },
  'update-staged': {
    seen: 'an update waiting for the night',
    after: 'the update being downloaded',
    told: () => 'the update was downloaded and waited for the night',
  },
  'update-failed': { seen: 'an update that failed', after: 'the update failing', told: () => 'the update failed' },
  'update-half-applied': {
    seen: 'an update cut off half way',
    after: 'the update being cut off',
    told: () => 'the update was cut off half way',
  },
  'update-rolled-back': {
    seen: 'an update rolled back',
    after: 'the update being rolled back',
    told: () => 'the update was rolled back',
  },
  'update-given-up': { seen: 'an update given up', after: 'the update being given up', told: () => 'the update was given up' },
  'update-applied': { seen: 'an update applied', after: 'the update being applied', told: () => 'the update was applied' },
  'not-opened': {
    seen: 'a planned site that never opens',
    after: 'the site not opening',
    told: (who) => `${who} never opened`,
  },
  'kept-away': {
    seen: 'a visit not made because of the setting',
    after: 'the visit not made',
    told: (who) => `something kept ${who} away`,
  },
  'went-elsewhere': {
    seen: 'somebody on the way to another machine',
    after: 'somebody going elsewhere',
    told: (who) => `${who} went on to another machine`,
  },
  'turned-away': {
    seen: 'somebody turned away by a rule',
    after: 'somebody being turned away by a rule',
    told: (who) => `a rule turned ${who} away`,
  },
  'others-collected': {
    seen: 'other prescriptions collected',
    after: 'other prescriptions being collected',
    told: (who) => `${who} collected other prescriptions`,
  },
  'others-left': {
    seen: 'other prescriptions left at the pharmacy',
    after: 'other prescriptions staying at the pharmacy',
    told: (who) => `other prescriptions of ${who} stayed at the pharmacy`,
  },
  'card-given': { seen: 'a card in place of a palm', after: 'a card being given', told: (who) => `${who} was given a card` },
  seeks: { seen: 'somebody asking for a place', after: 'the asking for a place', told: (who) => `${who} asked for a place` },
  assessed: { seen: 'somebody assessed', after: 'the assessment', told: (who) => `${who} was assessed` },
  'taken-on': { seen: 'somebody taken on', after: 'a site taking somebody on', told: (who) => `a site took ${who} on` },
  enrolled: {
    seen: 'somebody given a cartridge',
    after: 'the cartridge being given',
    told: (who) => `${who} was given a cartridge`,
  },
  'registration-failed': {
    seen: 'a palm not registered',
    after: 'the failed registration',
    told: (who) => `the palm of ${who} could not be registered`,
  },
  registered: { seen: 'somebody registered', after: 'the registration', told: (who) => `${who} was registered` },
  'first-dose': { seen: 'a first dose', after: 'the first dose', told: (who) => `${who} had the first dose` },
  'left-for-pharmacy': {
    seen: 'somebody leaving for a pharmacy',
    after: 'somebody leaving for a pharmacy',
    told: (who) => `${who} left for a pharmacy`,
  },
  'came-back': { seen: 'somebody coming back', after: 'somebody coming back', told: (who) => `${who} came back` },
  'not-coming': {
    seen: 'somebody who does not come any more',
    after: 'somebody not coming any more',
    told: (who) => `${who} did not come any more`,
  },
  evicted: { seen: 'somebody losing their home', after: 'the loss of a home', told: (who) => `${who} lost the home` },
  moved: { seen: 'somebody moving', after: 'the move', told: (who) => `${who} moved` },
  prescribed: { seen: 'a prescription', after: 'the prescription', told: (who) => `${who} was prescribed for` },
  lapsed: { seen: 'a prescription lapsed', after: 'the lapse', told: (who) => `the prescription of ${who} lapsed` },
  'no-cartridge': {
    seen: "nobody's cartridge free",
    after: 'no cartridge being free',
    told: (who) => `no cartridge was free for ${who}`,
  },
  witnessed: { seen: 'a witnessed dose', after: 'the witnessed dose', told: (who) => `staff witnessed the dose of ${who}` },
  'refused-no-witness': {
    seen: 'a refusal for want of a witness',
    after: 'the refusal for want of a witness',
    told: (who) => `nobody was there to witness for ${who}`,
  },
  'refused-lapsed': {
    seen: 'a refusal for want of a prescription',
    after: 'the refusal for want of a prescription',
    told: (who) => `the prescription of ${who} had lapsed`,
  },
  'site-was-closed': {
    seen: 'somebody before a closed door',
    after: 'somebody before a closed door',
    told: (who) => `${who} found the door closed`,
  },
};
