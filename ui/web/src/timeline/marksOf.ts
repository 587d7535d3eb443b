import { say, sayWord } from '../text/say.js';
import type { BenchEntry } from '../trace/BenchEntry.js';
import { sayEntry } from '../trace/sayEntry.js';
import type { TraceIndex } from '../trace/TraceIndex.js';

/** Something that was done to a run from outside, or a fault that its scenario, or chance, has in it. */
export interface Mark {
  readonly t_us: number;
  readonly is: 'hand' | 'fault' | 'fault-put';
  readonly says: string;
}

/** The inputs that are no fault: hands, and what else people or the house do. */
const DEEDS = ['hand', 'key-on-site', 'sign-override', 'count', 'cold-hands', 'network'] as const;

/** The marks of a machine up to an instant, in the order of time. */
export function marksOf(trace: TraceIndex, machine: string, to_us: number): Mark[] {
  const here = (kind: string) =>
    trace.between(0, to_us, 'input', kind).filter(({ payload }) => (payload.machine ?? machine) === machine);
  const put = here('fault');
  const own = trace.between(0, to_us, `${machine}/mechanism`, 'fault').filter((fault) => !put.some((one) => isSame(one, fault)));
  const marks = [
    ...DEEDS.flatMap(here).map((one): Mark => ({ t_us: one.t_us, is: 'hand', says: sayEntry(one, String, 0) })),
    ...put.map((one): Mark => ({ t_us: one.t_us, is: 'fault-put', says: sayEntry(one, String, 0) })),
    ...own.map((one): Mark => ({ t_us: one.t_us, is: 'fault', says: sayFault(one) })),
  ];
  return marks.sort((a, b) => a.t_us - b.t_us);
}

/** The mechanism says again what a person put in. */
function isSame(put: BenchEntry, fault: BenchEntry): boolean {
  return (
    put.t_us === fault.t_us && put.payload.cause === fault.payload.cause && put.payload.cartridge === fault.payload.cartridge
  );
}

function sayFault({ payload }: BenchEntry): string {
  const cause = sayWord(String(payload.cause));
  const number = Number(payload.cartridge ?? 0);
  return number > 0 ? say('timeline.faultAt', { cause, number }) : say('timeline.fault', { cause });
}
