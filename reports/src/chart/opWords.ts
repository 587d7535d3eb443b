import type { ChartTable, TableOp } from '@dosetwin/twin';

/** What operations do, in the vocabulary's words: `drive motor run`. Timers are left out: their transitions tell of them. */
export function opWords(table: ChartTable, ops: readonly number[]): string[] {
  return ops.flatMap((index) => {
    const op = table.ops[index];
    const words = op === undefined ? null : wordsOf(table, op);
    return words === null ? [] : [words];
  });
}

function wordsOf({ counters, limits, events }: ChartTable, op: TableOp): string | null {
  switch (op.op) {
    case 'effect':
      return effectWords(op.type, op.params);
    case 'increment':
    case 'reset':
      return `${op.op} ${counters[op.counter]?.name}`;
    case 'set':
      return `set ${counters[op.counter]?.name} to ${limits[op.limit]?.name} = ${limits[op.limit]?.value}`;
    case 'raise':
      return `raise ${events[op.event]?.name}`;
    default:
      return null;
  }
}

/** Its words in the order in which a chart writes them, the slots that go along in brackets. */
function effectWords(type: string, { with: slots, ...words }: Readonly<Record<string, string | readonly string[]>>): string {
  const along = Array.isArray(slots) && slots.length > 0 ? [`(${slots.join(', ')})`] : [];
  return [type, ...Object.values(words).map(String), ...along].join(' ');
}
