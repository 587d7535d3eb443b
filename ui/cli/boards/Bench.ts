import {
  BadController,
  type BoardProfile,
  type Controller,
  type Controllers,
  isSimulated,
  LiveBody,
  LiveTime,
  type Prompt,
  PromptList,
  ShadowedBody,
} from '@dosetwin/firmware-bridge';
import {
  BoardLedger,
  type Ledger,
  LiveBoard,
  monotonic_us,
  ProfileBoard,
  readProfile,
  type Settled,
  settleBoard,
  settleWithoutIds,
} from '@dosetwin/firmware-bridge/node';
import { liveControllerName } from '@dosetwin/scenarios';
import type { BodyOf, WorldSpec } from '@dosetwin/twin';
import { Exit } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { terminal } from '../terminal.js';
import type { Operator, OperatorEvents } from './Operator.js';

export interface BenchOptions {
  readonly spec: WorldSpec;
  readonly controllers: Controllers;
  readonly isArmed: boolean;
  readonly ledger: Ledger;
  readonly operatorOf: (events: OperatorEvents) => Operator;
}

type RealBoard = LiveBoard | ProfileBoard;

/** The real boards of a run, with their operator and the ledger. */
export class Bench {
  /** Who stands below the hinges of their machines, for the run and for its record's header. */
  readonly bodies: Readonly<Record<string, BodyOf>>;
  readonly controllerNames: Readonly<Record<string, string>>;
  readonly time = new LiveTime(monotonic_us);
  readonly prompts: PromptList;
  readonly #boards: ReadonlyMap<string, RealBoard>;
  readonly #live: LiveBody[] = [];
  readonly #ledger: Ledger;
  #operator: Operator | null = null;
  #failure: string | null = null;

  constructor(boards: ReadonlyMap<string, RealBoard>, { controllers, isArmed, ledger, operatorOf }: BenchOptions) {
    this.#boards = boards;
    this.#ledger = ledger;
    this.prompts = new PromptList((prompt) => this.#ask(prompt));
    this.bodies = Object.fromEntries(
      [...boards].map(([machine, port]): [string, BodyOf] => [
        machine,
        (kernel, options) => {
          const orders = new BoardLedger(ledger, port.name);
          const firstOrder = ledger.nextOrder(port.name, port.highestOrder);
          const onNote = (says: string) => terminal.tell(says);
          const { time, prompts } = this;
          return new ShadowedBody(kernel, options, {
            base: firstOrder - 1,
            isReal: true,
            onDrift: onNote,
            bodyOf: (_, __, onFact) => {
              const body = new LiveBody(kernel, options, { port, time, prompts, orders, isArmed, onNote, onFact, firstOrder });
              this.#live.push(body);
              return body;
            },
          });
        },
      ]),
    );
    this.controllerNames = Object.fromEntries(
      [...boards.keys()].map((machine) => [machine, liveControllerName(controllers[machine] ?? { kind: 'model' }, isArmed)]),
    );
    this.#operator = operatorOf({
      answer: (number, count) => {
        const isTaken = this.prompts.answer(number, count);
        if (isTaken) this.#operator?.answered(number);
        return isTaken;
      },
      gone: (says) => {
        this.#failure ??= says;
      },
    });
  }

  /** Why the run cannot go on; `null`: it can. That nobody answers matters once somebody is asked. */
  get failure(): string | null {
    const ofBoard = this.#live.map(({ failure }) => failure).find((failure) => failure !== null) ?? null;
    return ofBoard ?? (this.prompts.waiting.length > 0 ? this.#failure : null);
  }

  /** Whether time must go at the wall's pace now. */
  get wantsRealTime(): boolean {
    return this.#live.some((body) => body.wantsRealTime);
  }

  /** Beyond this instant the run must not leap before the wall has come as far, in µs. */
  get leapEnd_us(): number {
    return Math.min(...this.#live.map(({ leapEnd_us }) => leapEnd_us));
  }

  async close(): Promise<void> {
    this.#operator?.close();
    await Promise.all([...this.#boards.values()].map((board) => board.close()));
    this.#ledger.close();
  }

  #ask(prompt: Prompt): void {
    this.#operator?.ask(prompt);
  }
}

/** Opens the wires to all real boards, and concludes what earlier runs left open. @throws NoBoard */
export async function openBench(options: BenchOptions): Promise<Bench> {
  const boards = new Map<string, RealBoard>();
  try {
    for (const { id, cartridges } of options.spec.machines) {
      const controller = options.controllers[id];
      if (controller === undefined || isSimulated(controller)) continue;
      const board = boardOf(controller, cartridges, options.isArmed);
      boards.set(id, board);
      await board.connect();
      for (const { order, verdict } of await settled(options.ledger, board))
        terminal.tell(`${id}: order ${order} of an earlier run: ${verdict.is} (${verdict.why})`);
    }
    return new Bench(boards, options);
  } catch (error) {
    await Promise.all([...boards.values()].map((board) => board.close()));
    throw error;
  }
}

/** @throws Refusal when motors of such a board may not be armed, or its profile cannot be read */
function boardOf(controller: Controller, cartridges: number, isArmed: boolean): RealBoard {
  if (isSimulated(controller) || !('profile' in controller) || controller.profile === undefined)
    return new LiveBoard(controller, cartridges);
  const board = new ProfileBoard(controller, profileOf(controller.profile));
  if (isArmed && board.armRefusal !== null) throw new Refusal(Exit.badInput, `${board.name}: ${board.armRefusal}.`);
  return board;
}

function profileOf(written: string): BoardProfile {
  try {
    return readProfile(written);
  } catch (error) {
    if (error instanceof BadController) throw new Refusal(Exit.badInput, error.message);
    throw error;
  }
}

function settled(ledger: Ledger, board: RealBoard): Promise<readonly Settled[]> | readonly Settled[] {
  return board instanceof LiveBoard ? settleBoard(ledger, board) : settleWithoutIds(ledger, board.name);
}
