import { describe, expect, it } from 'vitest';
import { Kernel, type KernelEvent } from '../kernel/Kernel.js';
import type { TraceEntry } from '../kernel/trace.js';
import type { ContactSpec } from '../spec/WorldSpec.js';
import { LookUps } from './LookUps.js';
import { ALWAYS, HOUR, MIN, nurse } from './test/afternoon.js';

const GUIDE: ContactSpec = { ...nurse, id: 'guide', role: 'manager', hours: ALWAYS, busy: [] };
/** Four minutes with the manual, eight on the phone, half an hour alone; nothing is forgotten unless it says so. */
const FIGURES = {
  manualSigma: 0,
  callLeastMin: 8,
  callLikelyMin: 8,
  callMostMin: 8,
  aloneSigma: 0,
  manualAnswersShare: 1,
  forgottenShare: 0,
};

/** Asks for the same matter at noon and an hour later; what was looked up, and after how many minutes each was known. */
function asked(of: { readonly manual?: boolean; readonly calls?: ContactSpec | null }, figures: Partial<typeof FIGURES> = {}) {
  const entries: TraceEntry[] = [];
  const known: number[] = [];
  const kernel = new Kernel({ seed: 3, onEntry: (entry) => entries.push(entry) });
  const { manual = false, calls = null } = of;
  const layers = [{ lookUp: { ...FIGURES, ...figures } }];
  new LookUps(kernel, { owner: 'house', role: 'staff', manual, calls, epoch_us: 0 }, layers);
  const asker = {
    handle: (event: KernelEvent) => {
      if (event.type === 'LOOKED_UP') known.push(Math.round(kernel.now_us / MIN));
      else kernel.post('house/look-ups', { type: 'LOOKS_UP', what: 'hung-up', replyTo: 'asker' });
    },
    save: () => null,
    restore: () => undefined,
  };
  kernel.register('asker', 3, asker);
  for (const at_us of [0, HOUR]) kernel.at(at_us, 'asker', { type: 'MEETS_IT' });
  kernel.runUntil(24 * HOUR);
  return { known, steps: entries.map(({ payload }) => [payload.where, payload.found, Number(payload.took_us) / MIN]) };
}

describe('[V14] what somebody does who does not know what to do', () => {
  it('reads the manual, and knows it the next time', () => {
    expect(asked({ manual: true, calls: GUIDE })).toEqual({ known: [4, 60], steps: [['manual', true, 4]] });
  });

  it('calls where the manual does not say, and finds out alone where nobody answers', () => {
    const silent = { manualAnswersShare: 0 };
    expect(asked({ manual: true, calls: GUIDE }, silent).steps).toEqual([
      ['manual', false, 4],
      ['call', true, 8],
    ]);
    const busy = { ...GUIDE, busy: [{ from_us: 0, to_us: HOUR, reason: 'busy' }] };
    expect(asked({ manual: true, calls: busy }, silent)).toEqual({
      known: [34, 60],
      steps: [
        ['manual', false, 4],
        ['alone', true, 30],
      ],
    });
  });

  it('asks or finds out at once where there is no manual', () => {
    expect(asked({ calls: GUIDE }).steps).toEqual([['call', true, 8]]);
    expect(asked({}).steps).toEqual([['alone', true, 30]]);
  });

  it('looks up again what was forgotten', () => {
    expect(asked({ manual: true }, { forgottenShare: 1 })).toEqual({
      known: [4, 64],
      steps: [
        ['manual', true, 4],
        ['manual', true, 4],
      ],
    });
  });
});
