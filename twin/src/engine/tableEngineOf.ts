import type { ChartDefinition } from '../charts/ChartDefinition.js';
import type { ChartEngine } from './ChartEngine.js';
import { TableEngine } from './TableEngine.js';

/** Which engine runs a chart. */
export type EngineOf = (definition: ChartDefinition) => ChartEngine;

const engines = new WeakMap<ChartDefinition, TableEngine>();

/** The engine that the twin runs on: a chart's tables, compiled once and shared by all its components in all worlds. */
export const tableEngineOf: EngineOf = (definition) => {
  const engine = engines.get(definition) ?? new TableEngine(definition);
  engines.set(definition, engine);
  return engine;
};
