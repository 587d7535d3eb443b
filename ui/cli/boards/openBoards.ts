import { type Controllers, isSimulated } from '@dosetwin/firmware-bridge';
import { type Ledger, NoBoard } from '@dosetwin/firmware-bridge/node';
import type { WorldSpec } from '@dosetwin/twin';
import { Exit } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { type Bench, openBench } from './Bench.js';
import { OperatorProgram } from './OperatorProgram.js';
import { openLedger } from './openLedger.js';
import { PersonAtTerminal } from './PersonAtTerminal.js';

export interface BoardsOptions {
  readonly spec: WorldSpec;
  readonly controllers: Controllers;
  readonly isArmed: boolean;
  /** The run is shared with browsers, which arm and answer too. */
  readonly isShared: boolean;
  /** The file of the ledger. */
  readonly ledger: string;
  /** A program that answers prompts; a person at the terminal, unless it is given. */
  readonly operator?: string;
}

/** The machines below whose hinges real boards stand. */
export function realMachines({ machines }: WorldSpec, controllers: Controllers): string[] {
  return machines.map(({ id }) => id).filter((id) => !isSimulated(controllers[id] ?? { kind: 'model' }));
}

/** Opens the wires to all real boards, and once one answers the ledger: a run that found none leaves no file. @throws Refusal when a board is not there, or may not be used so */
export async function openBoards({ operator, ...options }: BoardsOptions): Promise<Bench> {
  let ledger: Ledger | null = null;
  try {
    return await openBench({
      ...options,
      get ledger() {
        ledger ??= openLedger(options.ledger);
        return ledger;
      },
      operatorOf: (events) => (operator === undefined ? new PersonAtTerminal(events) : new OperatorProgram(operator, events)),
    });
  } catch (error) {
    (ledger as Ledger | null)?.close();
    if (error instanceof NoBoard) throw new Refusal(Exit.environment, `${error.message}.`);
    throw error;
  }
}
