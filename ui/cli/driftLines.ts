import { type Drift, driftWords } from '@dosetwin/firmware-bridge';
import { counted } from '@dosetwin/scenarios';
import type { TraceEntry } from '@dosetwin/twin';

const MOST = 6;

/** Where firmware drifted from the model beside it, a line each, the first few; none where it did not. */
export function driftLines(entries: readonly TraceEntry[]): string[] {
  const drifts = entries.filter(({ source, kind }) => kind === 'drift' && source.endsWith('/shadow'));
  const lines = drifts.slice(0, MOST).map(({ source, payload }) => {
    const words = driftWords(payload as unknown as Drift, Number(payload.cartridge));
    return `${source.slice(0, -'/shadow'.length)}: ${words}`;
  });
  return drifts.length > MOST
    ? [...lines, `and ${counted(drifts.length - MOST, 'more drift', 'more drifts')}, in the record`]
    : lines;
}
