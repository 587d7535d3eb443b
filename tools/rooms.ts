/** The rooms in their order: each imports only from those before it. `tools` is no room, but has tests like one. */
export const ROOMS = ['twin', 'firmware-bridge', 'scenarios', 'reports', 'ui', 'tools'] as const;
export type Room = (typeof ROOMS)[number];

/**
 * What a test file's name says. `npm run check` runs the fast ones; `npm test` also the slow ones and those that need a
 * browser; `npm run campaign` runs the campaigns, and nothing else does. Those of wires have a motor that is
 * watched in the wall's time.
 */
export const KINDS = {
  fast: '.test.ts',
  slow: '.slow.test.ts',
  wire: '.wire.test.ts',
  browser: '.browser.test.ts',
  campaign: '.campaign.test.ts',
} as const;
export type TestKind = keyof typeof KINDS;

/** The vitest project that holds a room's tests of one kind. */
export function projectName(room: Room, kind: TestKind): string {
  return kind === 'fast' ? room : `${room}-${kind}`;
}
