/** A place whose clocks from November 2026 on are not settled, under one answer. */
export interface UnsettledZone {
  /** The zone of the pinned data whose changes it shares. */
  readonly like: string;
  /** It makes no change after this instant, microseconds since 1970-01-01T00:00Z; `null`: it goes on as that zone does. */
  readonly untilEpoch_us: number | null;
  /** What is thus assumed. */
  readonly says: string;
}

/** 2026-11-02T00:00Z: the day after the last change of clocks in British Columbia. */
const AFTER_THE_LAST_CHANGE_US = 1_793_577_600_000_000;

/**
 * Kenora and the East Kootenay, of which no confirmation was found: each answer is a zone of its own, so that a scenario
 * says which it takes. The zone data of 2026f assumes the first of each place.
 */
export const UNSETTLED_ZONES: Readonly<Record<string, UnsettledZone>> = {
  'follows-manitoba/Kenora': {
    like: 'America/Winnipeg',
    untilEpoch_us: null,
    says: 'Kenora stays at UTC-5 all year with Manitoba, as the zone data assumes',
  },
  'keeps-changing/Kenora': {
    like: 'America/Chicago',
    untilEpoch_us: null,
    says: 'Kenora goes on changing its clocks twice a year',
  },
  'follows-alberta/Cranbrook': {
    like: 'America/Edmonton',
    untilEpoch_us: null,
    says: 'the East Kootenay stays at UTC-6 all year with Alberta, as the zone data assumes',
  },
  'follows-british-columbia/Cranbrook': {
    like: 'America/Denver',
    untilEpoch_us: AFTER_THE_LAST_CHANGE_US,
    says: 'the East Kootenay stays at UTC-7 all year with the rest of British Columbia',
  },
  'keeps-changing/Cranbrook': {
    like: 'America/Denver',
    untilEpoch_us: null,
    says: 'the East Kootenay goes on changing its clocks twice a year',
  },
};
