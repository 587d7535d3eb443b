/**
 * What one simulated future came to, for one plan. Whole numbers all, so that sums are exact in any order and a digest is the
 * same on every machine.
 */
export interface Totals {
  /** People of the region in this future, and those of them with an open machine within reach and a place at it. */
  readonly people: number;
  readonly reached: number;
  /**
   * Why the others are not reached: every site of the plan is too far; those within reach did not open; their cartridges are taken;
   * pharmacies or prescribers can serve no more. With `reached` they add up to `people`.
   */
  readonly tooFar: number;
  readonly notOpened: number;
  readonly full: number;
  readonly limited: number;
  /** Machines whose site opened. */
  readonly machines: number;
  /** Doses due to those reached; did not come (of their own accord, or because of the way); came. */
  readonly due: number;
  readonly stayedAway: number;
  readonly came: number;
  /** Of those who came: served, and left without, by cause. They add up to `came`. */
  readonly served: number;
  readonly lostToDown: number;
  readonly lostToJam: number;
  readonly lostToEmpty: number;
  readonly lostToPalm: number;
  readonly lostToClosed: number;
  /** Of those served, how many at another machine than theirs. */
  readonly servedElsewhere: number;
  /** Metres travelled by those who came, one way. */
  readonly travelled_m: number;
  /** Faults, and minutes of machines in which nobody could be served though the site was open. */
  readonly faults: number;
  readonly down_min: number;
  /** Minutes from a fault to its end, summed; minutes that faults waited for a shared technician. */
  readonly clearing_min: number;
  readonly waiting_min: number;
  readonly staff_min: number;
  readonly technician_km: number;
  /** Canadian dollars for the length of the study. */
  readonly cost: number;
}
