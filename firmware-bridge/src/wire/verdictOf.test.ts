import { describe, expect, it } from 'vitest';
import { WIRE_CODES } from './registerMap.js';
import {
  type BoardEvidence,
  type LedgerEvidence,
  type LedgerResult,
  NEVER_CAME_us,
  VERDICT_WAIT_us,
  verdictOf,
} from './verdictOf.js';

const ORDER = 12;
const asked: LedgerEvidence = { is: 'order' };
type Said = Extract<BoardEvidence, { is: 'order' }>;
const board = (phase: Said['phase'], more: Partial<Said> = {}): BoardEvidence => ({
  is: 'order',
  highest: ORDER,
  phase,
  mode: null,
  waited_us: 0,
  ...more,
});
const silent: BoardEvidence = { is: 'no-answer' };
const verdict = (ledger: LedgerEvidence, said: BoardEvidence) => verdictOf(ORDER, ledger, said).is;

describe('from evidence to verdict, the rows of PROTOCOL.md', () => {
  it('no such order, anything: nothing was asked', () => {
    for (const said of [silent, board('dropped'), board('jammed', { mode: 'interrupted' }), board(null, { highest: 0 })])
      expect(verdict({ is: 'nothing' }, said)).toBe('no-order');
  });
  it('no result, a lower highest id: it may be on its way, and after 5 s refused, nothing moved', () => {
    for (const highest of [0, ORDER - 1]) {
      expect(verdict(asked, board('dropped', { highest, waited_us: NEVER_CAME_us - 1 }))).toBe('open');
      expect(verdict(asked, board('dropped', { highest, waited_us: NEVER_CAME_us }))).toBe('refused');
    }
    expect(NEVER_CAME_us).toBe(5_000_000);
  });
  it('no result, this id, received: open', () => {
    expect(verdict(asked, board('received'))).toBe('open');
    expect(verdict(asked, board('received', { waited_us: 2 * VERDICT_WAIT_us }))).toBe('open');
  });
  it.each(['accepted', 'moving'] as const)('no result, this id, %s: wait, and after 60 s unknown', (phase) => {
    expect(verdict(asked, board(phase, { waited_us: VERDICT_WAIT_us - 1 }))).toBe('open');
    expect(verdict(asked, board(phase, { waited_us: VERDICT_WAIT_us }))).toBe('unknown');
    expect(VERDICT_WAIT_us).toBe(60_000_000);
  });
  it('no result, this id, dropped: dispensed', () => {
    expect(verdict(asked, board('dropped'))).toBe('dispensed');
  });
  it('no result, this id, recovered: nothing dispensed', () => {
    expect(verdict(asked, board('recovered'))).toBe('recovered');
  });
  it('no result, this id, jammed, blind-beam: refused, nothing moved', () => {
    expect(verdict(asked, board('jammed', { mode: 'blind-beam' }))).toBe('refused');
  });
  it.each(WIRE_CODES.modes.filter((mode) => mode !== 'blind-beam'))('no result, this id, jammed, %s: unknown', (mode) => {
    expect(verdict(asked, board('jammed', { mode }))).toBe('unknown');
  });
  it('no result, this id, refused: refused, nothing moved', () => {
    expect(verdict(asked, board('refused'))).toBe('refused');
  });
  it('no result, a higher id: unknown', () => {
    expect(verdict(asked, board('dropped', { highest: ORDER + 1 }))).toBe('unknown');
  });
  it('no result, no answer: unknown', () => {
    expect(verdict(asked, silent)).toBe('unknown');
  });
  it.each(['dispensed', 'recovered', 'refused', 'unknown'] as const)(
    'a result (%s), anything: the result',
    (result: LedgerResult) => {
      for (const said of [silent, board('dropped'), board('refused'), board('moving', { highest: ORDER + 5 })])
        expect(verdict({ is: 'result', result }, said)).toBe(result);
    },
  );
  it('numbers that this version does not know are no reason to believe in anything', () => {
    expect(verdict(asked, board(null))).toBe('unknown');
    expect(verdict(asked, board('jammed', { mode: null }))).toBe('unknown');
  });
});
