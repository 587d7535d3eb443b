import type { CodeName } from './wireCodes.js';
import { DOUBT_us } from './wireTiming.js';

/** What the host's ledger holds of an order. */
export type LedgerEvidence =
  | { readonly is: 'nothing' }
  | { readonly is: 'order' }
  | { readonly is: 'result'; readonly result: LedgerResult };

/** How an order ended, as the host heard it. */
export type LedgerResult = 'dispensed' | 'recovered' | 'refused' | 'unknown';

/** What a board says of its highest order. `waited_us`: how long it has been heard to say the same, nothing being sent. */
export type BoardEvidence =
  | { readonly is: 'no-answer' }
  | {
      readonly is: 'order';
      /** 0: none in the life of this board. */
      readonly highest: number;
      readonly phase: CodeName<'phases'> | null;
      /** Of `jammed`. */
      readonly mode: CodeName<'modes'> | null;
      readonly waited_us: number;
    };

/** What may be concluded, and no more. */
export type Verdict =
  | { readonly is: LedgerResult; readonly why: string }
  /** Nobody may conclude anything yet. */
  | { readonly is: 'open'; readonly why: string }
  /** There is nothing to conclude about. */
  | { readonly is: 'no-order'; readonly why: string };

/** An order that does not end within this, in µs, is unknown (PROTOCOL, from evidence to verdict). */
export const VERDICT_WAIT_us = 60_000_000;

/** The longest that a command may wait in the board for its tick, in µs (PROTOCOL W9). */
const MOST_AHEAD_us = 1_000_000;

/**
 * "A lower highest id" shows that an order never came only once nothing of it can be on its way, in µs: a command may still come
 * for `DOUBT_us`, then wait for its tick, and the status that is read may be as old as a late frame.
 */
export const NEVER_CAME_us = 2 * DOUBT_us + MOST_AHEAD_us;

/** PROTOCOL.md's table from evidence to verdict, row by row. */
export function verdictOf(order: number, ledger: LedgerEvidence, board: BoardEvidence): Verdict {
  if (ledger.is === 'nothing') return { is: 'no-order', why: 'nothing was asked: look at the next id' };
  if (ledger.is === 'result') return { is: ledger.result, why: 'the host heard how it ended' };
  if (board.is === 'no-answer') return { is: 'unknown', why: 'the board does not answer' };
  const { highest, phase, mode, waited_us } = board;
  if (highest < order) {
    if (waited_us < NEVER_CAME_us) return { is: 'open', why: 'it may still be on its way' };
    return { is: 'refused', why: 'the board never received it: nothing moved' };
  }
  if (highest > order) return { is: 'unknown', why: 'the board has gone on to another order, and has forgotten this one' };
  switch (phase) {
    case 'received':
      return { is: 'open', why: 'not accepted yet: nothing moved so far' };
    case 'accepted':
    case 'moving':
      if (waited_us < VERDICT_WAIT_us) return { is: 'open', why: `it is ${phase}: wait` };
      return { is: 'unknown', why: `it is ${phase} and does not end` };
    case 'dropped':
      return { is: 'dispensed', why: 'the board saw the drop' };
    case 'recovered':
      return { is: 'recovered', why: 'nothing dispensed; one package fell into the reject bin' };
    case 'refused':
      return { is: 'refused', why: 'the board refused it: nothing moved' };
    case 'jammed':
      if (mode === 'blind-beam') return { is: 'refused', why: 'the beam was dark before the motor turned: nothing moved' };
      return { is: 'unknown', why: `it jammed (${mode ?? 'how is not known'})` };
    case null:
      return { is: 'unknown', why: 'the board gives a phase that this version does not know' };
  }
}
