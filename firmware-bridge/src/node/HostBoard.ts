import { join } from 'node:path';
import type { ChartTable } from '@dosetwin/twin';
import type { BoardRun, BoardStep, ChartBoard } from '../board/ChartBoard.js';
import { buildProgram } from './buildProgram.js';
import { runTool } from './toolchain.js';

/** Charts in C as a process of this machine, `firmware/host/sequences.c`. */
export class HostBoard implements ChartBoard {
  readonly name = 'C on the host';
  readonly #program: string;

  constructor(tables: readonly ChartTable[]) {
    this.#program = join(buildProgram(tables, 'host'), 'program');
  }

  run(runs: readonly BoardRun[]): BoardStep[][] {
    if (runs.length === 0) return [];
    const lines = runs.map(({ chart, from, events }) => {
      const begin = from === null ? 'start' : Buffer.from(from).toString('hex');
      return `${chart} ${begin} ${events.join(' ')}\n`;
    });
    const output = runTool(this.#program, [], { input: lines.join('') });
    const answers = output.split('\n').slice(0, -1);
    if (answers.length !== runs.length) throw new Error(`${answers.length} answers came back, and ${runs.length} were asked`);
    return answers.map((answer, i) => stepsOf(answer, runs[i] as BoardRun));
  }
}

function stepsOf(answer: string, { chart }: BoardRun): BoardStep[] {
  return answer
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      if (word === 'fault') throw new Error(`C on the host: chart ${chart} faults`);
      const [state = '', ops = ''] = word.split(':');
      return { state: Uint8Array.from(Buffer.from(state, 'hex')), ops: [...Buffer.from(ops, 'hex')] };
    });
}
