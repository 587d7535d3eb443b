import type { MovingProfile, Saying } from './profileSchema.js';

/** What a host would like to hear of, and what it is to people. */
const WANTED: readonly { readonly says: Saying; readonly what: string }[] = [
  { says: 'surplus', what: 'a package more than asked' },
  { says: 'door-opened', what: 'an open door' },
  { says: 'flap-opened', what: 'an open flap' },
  { says: 'flap-stuck', what: 'a flap that sticks' },
  { says: 'supply-low', what: 'a low supply' },
  { says: 'tamper-opened', what: 'tampering' },
];

/** What a board never tells, by its profile. */
export function untoldBy(profile: MovingProfile): readonly string[] {
  const said = new Set(meaningsOf(profile));
  return WANTED.filter(({ says }) => !said.has(says)).map(({ what }) => what);
}

function meaningsOf(profile: MovingProfile): Saying[] {
  if ('watch' in profile) return profile.watch.flatMap(({ values }) => Object.values(values).map(({ says }) => says));
  const answers = Object.values(profile.commands).flatMap((command) => command?.answers ?? []);
  return [...profile.lines, ...answers].flatMap(({ says, instead }) => [says, ...(instead === undefined ? [] : [instead.says])]);
}
