import type { EventWord } from '../format/expectationWords.js';

/** How an event is said: `seen` before 'by …', `after` behind 'within 3 h of'. */
interface EventPhrase {
  readonly seen: string;
  readonly after: string;
}

export const EVENT_PHRASES: { readonly [word in EventWord]: EventPhrase } = {
  start: { seen: 'the start', after: 'the start' },
  due: { seen: 'a window opened', after: "the window's opening" },
  came: { seen: 'a visit', after: 'the visit' },
  presented: { seen: 'a palm presented', after: 'the palm being presented' },
  'not-recognised': { seen: 'a palm not recognised', after: 'the palm not being recognised' },
  'locked-out': { seen: 'a palm locked out', after: 'the lock-out' },
  override: { seen: 'an override by two people', after: 'the override' },
  authorised: { seen: 'an order authorised', after: 'the order' },
  refused: { seen: 'a refusal', after: 'the refusal' },
  'dose-given': { seen: 'dose given', after: 'the dose being given' },
  'dose-taken': { seen: 'dose taken', after: 'the dose being taken' },
  'dose-not-taken': { seen: 'dose not taken', after: 'the dose not being taken' },
  'left-without': { seen: 'somebody left without a dose', after: 'somebody leaving without a dose' },
  jam: { seen: 'a jam', after: 'the jam' },
  recovered: { seen: 'a package recovered into the reject bin', after: 'the recovery' },
  'jam-noticed': { seen: 'jam noticed', after: 'the jam being noticed' },
  asked: { seen: 'help asked for', after: 'help being asked for' },
  'comes-when-free': { seen: 'a promise to come later', after: 'the promise to come later' },
  'contact-busy': { seen: 'a contact busy', after: 'the contact being busy' },
  'desk-closed': { seen: 'desk closed', after: 'the desk being closed' },
  'helping-remotely': { seen: 'remote help begun', after: 'the remote help' },
  'remote-recovery-failed': { seen: 'remote recovery without success', after: 'the remote recovery' },
  'nobody-free': { seen: 'nobody free to come', after: 'nobody being free' },
  'set-off': { seen: 'somebody on the way', after: 'somebody setting off' },
  'on-site': { seen: 'somebody at the machine', after: 'somebody arriving at the machine' },
  'door-opened': { seen: 'door opened', after: 'the door being opened' },
  cleared: { seen: 'cartridge cleared', after: 'the cartridge being cleared' },
  'cleared-by-hand': { seen: 'cartridge cleared by hand', after: 'the cartridge being cleared by hand' },
  'cleared-remotely': { seen: 'cartridge cleared from afar', after: 'the cartridge being cleared from afar' },
  'unknown-counted': { seen: 'a count signed by two people', after: 'the count' },
  'link-lost': { seen: 'link lost', after: 'the link being lost' },
  'link-restored': { seen: 'link restored', after: 'the link being restored' },
};
