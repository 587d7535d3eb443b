import type { Signal } from '@dosetwin/twin';
import { type LedgerResult, verdictOf } from '../wire/verdictOf.js';
import type { CodeName } from '../wire/wireCodes.js';

const ENDS: readonly string[] = ['dropped', 'recovered', 'jammed', 'refused'];

/** What a signal says of how its order ended, by PROTOCOL.md's table; `null`: nothing. */
export function resultOf({ name, args }: Signal): { readonly is: LedgerResult; readonly why: string } | null {
  const phase = (name === 'phase' ? args.phase : name) as CodeName<'phases'>;
  if (!ENDS.includes(phase) || args.command === 'clear') return null;
  const highest = args.order as number;
  const mode = (args.mode ?? null) as CodeName<'modes'> | null;
  const verdict = verdictOf(highest, { is: 'order' }, { is: 'order', highest, phase, mode, waited_us: 0 });
  if (verdict.is === 'open' || verdict.is === 'no-order') throw new Error(`the signal ${name} ends no order`);
  return { is: verdict.is, why: verdict.why };
}
