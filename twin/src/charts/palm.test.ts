import { describe, expect, it } from 'vitest';
import { ChartBench } from '../engine/test/ChartBench.js';
import { palmDefinition } from './palm.chart.js';

const PAUSE_MS = 1_500;
const SHOWN_MS = 4_000;
const palm = () => new ChartBench(palmDefinition).send({ type: 'CAPTURE', person: 'P07' });
/** A palm that was not recognised three times. */
const lockedOut = () =>
  palm().send('ACQUIRED', 'NOT_MATCHED').after(PAUSE_MS).send('NOT_ACQUIRED').after(PAUSE_MS).send('ACQUIRED', 'NOT_MATCHED');

describe('the palm', () => {
  it('is captured, compared, recognised, and the session hears whose it is', () => {
    const bench = palm().send('ACQUIRED', 'MATCHED');
    expect(bench.heard).toEqual(['reader CAPTURE person=P07', 'reader COMPARE person=P07', 'session MATCHED person=P07']);
    expect(bench.is).toBe('idle');
  });

  it('is tried again after a pause when it was not acquired or not matched', () => {
    const bench = palm()
      .send('NOT_ACQUIRED')
      .after(PAUSE_MS - 1);
    expect(bench.is).toBe('notRecognised');
    expect(bench.after(1).is).toBe('capturing');
    expect(
      bench
        .send('ACQUIRED', 'NOT_MATCHED')
        .after(PAUSE_MS)
        .heard.filter((words) => words.includes('CAPTURE')),
    ).toHaveLength(3);
  });

  it('is locked out after three attempts, whichever way they failed; the staff are asked, and the session is free for others', () => {
    const bench = lockedOut();
    expect(bench.is).toBe('lockedOut');
    expect(bench.of('locked-out')).toEqual([{ person: 'P07' }]);
    expect(bench.heard.slice(-3)).toEqual([
      'reader LOCK_OUT person=P07',
      'staff OVERRIDE_ASKED person=P07',
      'session LOCKED_OUT reason=not-recognised person=P07',
    ]);
    expect(bench.heard).not.toContain('session MATCHED person=P07');
    expect(bench.after(SHOWN_MS).is).toBe('idle');
  });

  it('of somebody else is captured while the lock-out still shows, with attempts of its own', () => {
    const bench = lockedOut().send({ type: 'CAPTURE', person: 'P08' }, 'NOT_ACQUIRED').after(PAUSE_MS);
    bench.send('ACQUIRED', 'MATCHED');
    expect(bench.heard.at(-1)).toBe('session MATCHED person=P08');
    expect(bench.after(SHOWN_MS).is).toBe('idle');
  });

  it('counts attempts anew for the next person, and after a success', () => {
    const bench = palm().send('NOT_ACQUIRED').after(PAUSE_MS).send('NOT_ACQUIRED').after(PAUSE_MS).send('ACQUIRED', 'MATCHED');
    bench.send({ type: 'CAPTURE', person: 'P08' }, 'NOT_ACQUIRED').after(PAUSE_MS).send('NOT_ACQUIRED');
    expect(bench.is).toBe('notRecognised');
  });

  it('is let through without a comparison when two have vouched for it', () => {
    const bench = palm().send('VOUCHED_FOR');
    expect(bench.heard).toEqual(['reader CAPTURE person=P07', 'session MATCHED person=P07']);
    expect(bench.is).toBe('idle');
  });

  it('that is locked out already is not captured: the staff are asked again, and it is no second lock-out', () => {
    const bench = palm().send('KNOWN_LOCKED_OUT');
    expect([bench.is, bench.of('locked-out')]).toEqual(['lockedOut', []]);
    expect(bench.heard.slice(-2)).toEqual([
      'staff OVERRIDE_ASKED person=P07',
      'session LOCKED_OUT reason=not-recognised person=P07',
    ]);
  });

  it('is let go of in every state when the machine goes out of service, and no answer that comes late is heard', () => {
    expect(palm().send('GONE').is).toBe('idle');
    expect(
      palm()
        .send('ACQUIRED', 'GONE', 'MATCHED')
        .heard.some((words) => words.startsWith('session')),
    ).toBe(false);
    const waiting = palm().send('NOT_ACQUIRED', 'GONE').after(PAUSE_MS);
    expect([waiting.is, waiting.heard]).toEqual(['idle', ['reader CAPTURE person=P07']]);
    expect(lockedOut().send('GONE').is).toBe('idle');
  });
});
