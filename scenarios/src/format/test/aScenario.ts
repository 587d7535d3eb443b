/** A small scenario with one of everything, for tests that break it. */
export const A_SCENARIO = `title: A test
audience: [engineer]
start: 2021-09-14T12:00
length: 6 h
seed: 7
sites:
  lobby:
    zone: America/Vancouver
    province: BC
    setting: housing
    hours: { daily: 09:00-21:00, holidays: closed }
    chain: [nurse]
machines:
  lobby-1:
    site: lobby
people:
  P19:
    machine: lobby-1
    cartridge: 19
    windows: 13:00-17:00
    comes: 14:07
  residents:
    count: 3
    machine: lobby-1
    windows: [12:00-18:00]
contacts:
  nurse:
    role: nurse
    key: yes
    hours: always
    busy: [{ from: 12:30, to: 16:30, reason: outreach }]
    travel: [5 min, 11 min, 20 min]
parameters:
  link:
    lossNoticedMs: 45 s
faults:
  - at: 14:05
    machine: lobby-1
    cartridge: 19
    cause: hang-up
expectations:
  - never: order-begins-twice
  - shows: { after: jam, at: lobby-1, within: 3 h, see: door-opened, by: key-holder }
  - target: { of: came, see: dose-given, within: 10 min, at-least: 95 % }
variants:
  no-nurse:
    title: No nurse
    change:
      sites: { lobby: { chain: [] } }
      contacts: { nurse: ~ }
`;

/** The scenario with one piece of its text replaced; the piece must be there. */
export function broken(piece: string, by: string): string {
  if (!A_SCENARIO.includes(piece)) throw new Error(`the scenario does not hold ${piece}`);
  return A_SCENARIO.replace(piece, by);
}
