/**
 * What one run comes to, as whole numbers by name: counts, and times in milliseconds. A measure that has parts names each
 * behind a colon: `left-without:jammed`. `null` means that there was nothing to measure: no jam, no time to clear one.
 */
export type Outcomes = Readonly<Record<string, number | null>>;

export type OutcomeUnit =
  | 'doses'
  | 'visits'
  | 'people'
  | 'sites'
  | 'times'
  | 'faults'
  | 'calls'
  | 'packages'
  | 'ms'
  | 'm'
  | 'cents';

export interface OutcomeMeaning {
  /** As a reader sees it. */
  readonly says: string;
  readonly unit: OutcomeUnit;
  /** How it is counted, in a sentence. */
  readonly how: string;
}

/** The measures in the order in which they are shown. A part has the meaning of its whole. */
export const OUTCOMES: Readonly<Record<string, OutcomeMeaning>> = {
  due: { says: 'due', unit: 'doses', how: 'windows that began' },
  'did-not-come': { says: 'did not come', unit: 'doses', how: 'windows for which nobody came, which is no fault' },
  served: { says: 'came and served', unit: 'doses', how: 'windows in which the person came and had the dose' },
  'left-without': { says: 'came and left without', unit: 'doses', how: 'came, and in the end left without it, by cause' },
  'open-at-end': { says: 'open at the end', unit: 'doses', how: 'windows not yet settled when the run ended' },
  visits: { says: 'visits', unit: 'visits', how: 'comings, several for one dose included' },
  'kept-away': { says: 'kept away', unit: 'doses', how: 'windows for which something about the place kept the person away' },
  'not-opened': { says: 'sites that never opened', unit: 'sites', how: 'planned sites that fell through' },
  'went-elsewhere': { says: 'went to another machine', unit: 'visits', how: 'comings to a machine farther off' },
  'turned-away': { says: 'turned away', unit: 'visits', how: 'palms that the machine refused, by the rule that refused' },
  'wait-served': { says: 'mean wait of who was served', unit: 'ms', how: 'from coming to going, with the dose' },
  'wait-left': { says: 'mean wait of who left without', unit: 'ms', how: 'from coming to going, without the dose' },
  jams: { says: 'jams', unit: 'faults', how: 'times that a cartridge or the chute stuck, by how' },
  'not-cleared': { says: 'jams not cleared', unit: 'faults', how: 'still there when the run ended' },
  'to-notice': { says: 'mean time to notice', unit: 'ms', how: 'from the jam to the first who noticed' },
  'to-acknowledge': {
    says: 'mean time to acknowledge',
    unit: 'ms',
    how: 'from the jam to the first answer that somebody comes, comes when free, or helps from afar',
  },
  'to-clear': { says: 'mean time to clear', unit: 'ms', how: 'from the jam to its clearing, of those that were cleared' },
  'lane-down': {
    says: 'cartridge time lost',
    unit: 'ms',
    how: 'from each jam to its clearing or the run’s end, by how it stuck',
  },
  'machine-down': { says: 'machine time lost', unit: 'ms', how: 'the session was out of service, for whatever cause' },
  'link-down': { says: 'link time lost', unit: 'ms', how: 'the machine could not reach the desk' },
  'nobody-free': { says: 'whole chain asked, nobody free', unit: 'calls', how: 'times that nobody of a chain could help' },
  asked: { says: 'calls for help', unit: 'calls', how: 'askings of one contact for one machine' },
  'came-to-help': { says: 'came to help', unit: 'calls', how: 'arrivals of a contact at a machine' },
  time: {
    says: 'working time',
    unit: 'ms',
    how: 'of each role: helping there or from afar, restocking, witnessing, seeing people',
  },
  'staff-kilometres': {
    says: 'kilometres of staff',
    unit: 'm',
    how: 'of each role, where roads are given: to machines and back, on rounds, and restocking',
  },
  distance: { says: 'way to other machines', unit: 'm', how: 'one way, for those who went to one farther off' },
  'not-admitted': { says: 'not admitted', unit: 'people', how: 'askings that a site’s or province’s rule refused, by rule' },
  'taken-on': { says: 'taken on', unit: 'people', how: 'people whom a prescriber took on' },
  'registration-failed': { says: 'palm not registered', unit: 'visits', how: 'tries to register a palm that failed' },
  'first-dose': { says: 'had a first dose', unit: 'people', how: 'people who came all the way to a dose' },
  'left-programme': {
    says: 'left the programme',
    unit: 'people',
    how: 'to a pharmacy, evicted, moved, or without a prescription',
  },
  returned: { says: 'came back to the programme', unit: 'people', how: 'after they had left it' },
  'staff-contacts': {
    says: 'contacts with staff',
    unit: 'visits',
    how: 'doses witnessed, talks with staff, people seen by a prescriber',
  },
  'met-nobody': { says: 'wished to talk, met nobody', unit: 'visits', how: 'visitors for whom nobody had time, by why' },
  'look-ups': { says: 'things looked up', unit: 'times', how: 'in a manual, by a call, or found out alone' },
  'look-up-time': { says: 'time of looking up', unit: 'ms', how: 'of site staff and of prescribers, until they knew what to do' },
  screens: { says: 'urine screens asked for', unit: 'visits', how: 'where a province’s terms ask for them' },
  'others-collected': { says: 'other prescriptions collected', unit: 'doses', how: 'with the dose, or apart from it' },
  'others-left': { says: 'other prescriptions left', unit: 'doses', how: 'days on which they were not collected' },
  parts: { says: 'parts ordered', unit: 'times', how: 'cartridges that stayed locked until a part came and was fitted' },
  restocked: { says: 'restockings', unit: 'visits', how: 'by two people, counted and signed' },
  expired: { says: 'packages past their time', unit: 'packages', how: 'taken out and rejected when a machine was restocked' },
  'restock-missed': { says: 'restockings missed', unit: 'visits', how: 'by what stood in the way' },
  'pharmacy-income': {
    says: 'paid to the pharmacy',
    unit: 'cents',
    how: 'for doses handed over, cartridges filled, and deliveries',
  },
  'pharmacist-time': {
    says: 'time of the pharmacist',
    unit: 'ms',
    how: 'at the counter, packing for a machine, on the road, and at the machine',
  },
  updates: { says: 'what became of updates', unit: 'faults', how: 'each try, by how it ended' },
  'guard-stopped': { says: 'stops by the guard', unit: 'faults', how: 'by alarm or lost video' },
  'power-lost': { says: 'power cuts', unit: 'faults', how: 'of a machine' },
  'controller-resets': { says: 'controllers started again', unit: 'faults', how: 'alone, or after a power cut' },
  openings: { says: 'door openings', unit: 'visits', how: 'by why' },
  'openings-refused': { says: 'door openings refused', unit: 'visits', how: 'by who asked' },
  overrides: { says: 'palms let through by two people', unit: 'visits', how: 'overrides that two people signed' },
  unknown: { says: 'unknown packages', unit: 'packages', how: 'in the latest count of each cartridge' },
};

/** The measure that a name belongs to: `left-without` of `left-without:jammed`. */
export function wholeOf(name: string): string {
  const cut = name.indexOf(':');
  return cut < 0 ? name : name.slice(0, cut);
}

/** `jammed` of `left-without:jammed`; `null` for a whole. */
export function partOfOutcome(name: string): string | null {
  const cut = name.indexOf(':');
  return cut < 0 ? null : name.slice(cut + 1);
}

/** Orders names as `OUTCOMES` has them, each whole before its parts, parts by their code units. */
export function inOutcomeOrder(a: string, b: string): number {
  return placeOf(a) - placeOf(b) || (a < b ? -1 : a > b ? 1 : 0);
}

const PLACES = new Map(Object.keys(OUTCOMES).map((name, place) => [name, place]));

function placeOf(name: string): number {
  return PLACES.get(wholeOf(name)) ?? PLACES.size;
}
