import type { ChartTable, TableOp } from '@dosetwin/twin';

/** A word as C spells it: `motion limit-Ms` becomes `MOTION_LIMIT_MS`. */
export function cName(...words: readonly string[]): string {
  return words
    .join('_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^(?=\d)/, 'N')
    .toUpperCase();
}

/** The same names, each once: a second one gets a number. */
export function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let n = 2; taken.has(own); n++) own = `${name}_${n}`;
    taken.add(own);
    return own;
  });
}

/** An operation in words: `SIGNAL_JAMMED_HUNG_UP`, `SET_MOTION_LIMIT_MS_MOVING`. */
export function opName(table: ChartTable, op: TableOp): string {
  if (op.op === 'effect') {
    return cName(
      op.type,
      ...Object.entries(op.params).flatMap(([word, value]) => (word === 'with' || typeof value !== 'string' ? [] : [value])),
    );
  }
  if (op.op === 'set-timer' || op.op === 'cancel-timer') return cName(op.op, timerName(table, op.timer));
  if (op.op === 'raise') return cName('raise', table.events[op.event]?.name ?? '');
  const { counter } = op as Extract<TableOp, { readonly counter: number }>;
  return cName(op.op, table.counters[counter]?.name ?? '', ...(op.op === 'set' ? [table.limits[op.limit]?.name ?? ''] : []));
}

/** A timer by its delay and the state that waits: `motionLimitMs moving`. */
export function timerName({ timers, delays, states }: ChartTable, timer: number): string {
  const { delay = 0, state = 0 } = timers[timer] ?? {};
  return `${delays[delay]?.name} ${pathOf(states, state)}`;
}

/** A state's place below the root, `moving.coil`; the root's own name for the root. */
export function pathOf(states: ChartTable['states'], state: number): string {
  const { key, parent } = states[state] as ChartTable['states'][number];
  return parent <= 0 ? key : `${pathOf(states, parent)}.${key}`;
}
