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
};
