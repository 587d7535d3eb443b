/**
 * The numbers of one run, folded from the trace's entries as they are emitted: nothing else goes in. Instants (`_us`) are
 * microseconds since the scenario's start; durations (`Ms`) are whole milliseconds, rounded down; `null` means that it did
 * not happen. Plain data, as JSON knows it.
 */
export interface Measures {
  /** Up to when the run was measured. */
  readonly end_us: number;
  readonly doses: DoseMeasures;
  readonly waiting: WaitingMeasures;
  /** By address, in the order of the addresses' code units. */
  readonly states: readonly StateMeasures[];
  /** In the order in which they happened. */
  readonly jams: readonly JamMeasures[];
  /** In the order in which they were asked. */
  readonly calls: readonly CallMeasures[];
  readonly orders: OrderMeasures;
  /** By machine, then cartridge. */
  readonly counts: readonly CountMeasures[];
  readonly palm: PalmMeasures;
  readonly nobodyCouldHelp: readonly NobodyMeasures[];
}

/** `due` = `didNotCome` + `served` + `leftWithout` + `waiting` + `notYetCome`. */
export interface DoseMeasures {
  /** Windows that began. */
  readonly due: number;
  /** No failure and nobody's fault. */
  readonly didNotCome: number;
  /** Came and had the dose. */
  readonly served: number;
  /** Came, and left without it in the end. */
  readonly leftWithout: number;
  /** The same by cause, in the order of the causes' code units. */
  readonly leftWithoutBy: readonly { readonly cause: string; readonly count: number }[];
  /** Had come and was still there when the run ended. */
  readonly waiting: number;
  /** The window was not over, or not yet judged, when the run ended. */
  readonly notYetCome: number;
  /** Visits: a person may come more than once for one dose. */
  readonly came: number;
  readonly cameInWindow: number;
}

/** How long visits took, from coming to going with or without the dose. */
export interface WaitingMeasures {
  readonly served: WaitingQuantiles;
  readonly leftWithout: WaitingQuantiles;
}

/** Exact order statistics: the quantile q of n values is the one of rank ceil(q n), the nearest rank; `null` if none. */
export interface WaitingQuantiles {
  readonly count: number;
  readonly medianMs: number | null;
  /** 95th percentile. */
  readonly p95Ms: number | null;
  readonly longestMs: number | null;
}

/** A session, link or ticket; a cartridge only if it ever left the state in which it began. */
export interface StateMeasures {
  readonly address: string;
  /** In the order in which they were first entered. From the component's first entry to the run's end. */
  readonly times: readonly { readonly state: string; readonly ms: number; readonly entered: number }[];
}

export interface JamMeasures {
  readonly machine: string;
  /** 1 to 48. */
  readonly cartridge: number;
  readonly mode: string;
  readonly jammed_us: number;
  /** Who stood there, or `null` when no session was under way. */
  readonly person: string | null;
  readonly noticed_us: number | null;
  /** `person`, `staff`, `alert`. */
  readonly noticedBy: string | null;
  /** When the whole chain had been asked and nobody was free, each time. */
  readonly nobodyFree_us: readonly number[];
  readonly remoteRecoveries: readonly { readonly at_us: number; readonly by: string; readonly freed: boolean }[];
  /** The first opening of the door after the jam. */
  readonly doorOpened_us: number | null;
  readonly doorOpenedBy: string | null;
  readonly doorOpenedRole: string | null;
  readonly cleared_us: number | null;
  /** `by-hand`, `remotely`. */
  readonly clearedHow: string | null;
  /** Each from the jam. */
  readonly toNoticeMs: number | null;
  readonly toOpenMs: number | null;
  readonly toClearMs: number | null;
}

/** One asking of one contact for one machine, and all that came of it. */
export interface CallMeasures {
  readonly contact: string;
  readonly machine: string;
  readonly asked_us: number;
  readonly answers: readonly CallAnswer[];
  readonly setOff_us: number | null;
  readonly onSite_us: number | null;
  readonly wentHome_us: number | null;
  /** From being asked. */
  readonly toAnswerMs: number | null;
  readonly toOnSiteMs: number | null;
  /** From setting off (or from standing there) to going home, or to the run's end; 0 for who did not set off. */
  readonly spentMs: number;
}

export interface CallAnswer {
  readonly at_us: number;
  /** `coming`, `comes-when-free`, `busy`, `closed`, `cannot-travel`, `helping-remotely`, `offline`. */
  readonly answer: string;
  readonly reason: string;
  /** Until when that holds; `null` when unknown. */
  readonly until_us: number | null;
}

/** Orders by the phases of the controllers' mailboxes. */
export interface OrderMeasures {
  readonly begun: number;
  readonly dropped: number;
  readonly recovered: number;
  readonly jammed: number;
  readonly refused: number;
  /** Motions begun again for an order that had begun: must be 0 (SPEC H6). */
  readonly begunTwice: number;
}

/** The latest count of one cartridge, in packages. */
export interface CountMeasures {
  readonly machine: string;
  readonly cartridge: number;
  readonly counted_us: number;
  readonly loaded: number;
  readonly dispensed: number;
  readonly rejected: number;
  readonly remaining: number;
  readonly unknown: number;
}

export interface PalmMeasures {
  readonly attempts: number;
  readonly matched: number;
  readonly notMatched: number;
  readonly failedToAcquire: number;
  readonly poorQuality: number;
  readonly lockedOut: number;
  readonly overrides: number;
}

/** A spell in which a machine needed somebody and nobody who was asked could come or help from afar. */
export interface NobodyMeasures {
  readonly machine: string;
  /** From the moment when the whole chain had been asked. */
  readonly from_us: number;
  /** Until somebody set off, helped, opened the door or the jam was cleared; `null`: until the run's end. */
  readonly to_us: number | null;
  readonly ms: number;
  /** What each contact had last answered when the spell began. */
  readonly because: readonly { readonly contact: string; readonly answer: string; readonly reason: string }[];
}
