import type { ChartTable } from './ChartTable.js';

/** The values of a chart's limits, in the table's order. A limit that a counter is set to must be a whole number from 0. */
export function limitsOf({ chart, limits, ops }: ChartTable, values: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(limits, ({ name }, limit) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the chart ${chart} has no limit ${name}`);
    if (ops.some((op) => op.op === 'set' && op.limit === limit) && !(Number.isSafeInteger(value) && value >= 0)) {
      throw new RangeError(`chart ${chart}: a counter is set to ${name}, which is ${value}; a whole number from 0 was expected`);
    }
    return value;
  });
}
