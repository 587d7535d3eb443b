import type { Level, Payload, TraceEntry } from '@dosetwin/twin';

const MIN_US = 60_000_000;

/** Entries by hand, for tests: minutes since the start, source, kind and payload; the level follows from the source. */
export function entriesOf(
  rows: readonly (readonly [min: number, source: string, kind: string, payload?: Payload])[],
): TraceEntry[] {
  return rows.map(([min, source, kind, payload = {}]) => {
    return { t_us: Math.round(min * MIN_US), level: levelOf(source), source, kind, payload };
  });
}

function levelOf(source: string): Level {
  const part = source.split('/')[1] ?? '';
  if (part === 'mechanism') return 0;
  if (part === 'controller' || part === 'mailbox' || part === 'interlock' || part.startsWith('cartridge-')) return 1;
  return part === '' || ['lobby', 'ticket', 'helpline', 'habit', 'diary'].includes(part) ? 3 : 2;
}
