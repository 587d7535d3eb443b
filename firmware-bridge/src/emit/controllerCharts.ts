import { CHARTS, type ChartDefinition, type ChartTable, compileChart } from '@dosetwin/twin';
import { type EmittedFile, emitProgram } from './emitProgram.js';

/** Level 1: the charts that a controller runs. */
const NAMES = ['cartridge', 'interlock'];

export const CONTROLLER_CHARTS: readonly ChartDefinition[] = CHARTS.filter(({ name }) => NAMES.includes(name));

/** Their tables, in the order of the program. */
export function controllerTables(): ChartTable[] {
  return CONTROLLER_CHARTS.map((definition) => compileChart(definition));
}

/** The files of `firmware/generated`. */
export function controllerFiles(): EmittedFile[] {
  return emitProgram(controllerTables());
}
