import {
  BadController,
  type BoardPort,
  type BoardProfile,
  type Controller,
  type Controllers,
  isSimulated,
  LiveBody,
  LiveTime,
  type Prompt,
  type PromptCount,
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
  strangerAt,
} from '@dosetwin/firmware-bridge/node';
import { liveControllerName } from '@dosetwin/scenarios';
import type { BodyOf, BodyOptions, Kernel, WorldSpec } from '@dosetwin/twin';
import type { BoardSeen, LiveBoards } from '../../server/live/LiveBoards.js';
import { Exit } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { terminal } from '../terminal.js';
import type { Operator, OperatorEvents } from './Operator.js';

export interface BenchOptions {
  readonly spec: WorldSpec;
  readonly controllers: Controllers;
  /** Whether motors may move from the start. */
  readonly isArmed: boolean;
  /** People arm and disarm while the run goes on, and answer prompts elsewhere too: that nobody is here ends nothing. */
  readonly isShared?: boolean;
  readonly ledger: Ledger;
  readonly operatorOf: (events: OperatorEvents) => Operator;
}

type RealBoard = LiveBoard | ProfileBoard;

/** The real boards of a run, with their operator and the ledger. */
export class Bench implements LiveBoards {
  /** Who stands below the hinges of their machines, for the run and for its record's header. */
  readonly bodies: Readonly<Record<string, BodyOf>>;
  readonly controllerNames: Readonly<Record<string, string>>;
  readonly time = new LiveTime(monotonic_us);
  readonly #prompts: PromptList;
  readonly #boards: ReadonlyMap<string, RealBoard>;
  readonly #live: LiveBody[] = [];
  readonly #ledger: Ledger;
  readonly #isShared: boolean;
  #isArmed: boolean;
  #operator: Operator | null = null;
  #failure: string | null = null;

  constructor(boards: ReadonlyMap<string, RealBoard>, options: BenchOptions) {
    const { controllers, ledger, operatorOf } = options;
    this.#boards = boards;
    this.#ledger = ledger;
    this.#isShared = options.isShared ?? false;
    this.#isArmed = options.isArmed;
    this.#prompts = new PromptList((prompt) => this.#ask(prompt));
    this.bodies = Object.fromEntries(
      [...boards].map(([machine, port]): [string, BodyOf] => [machine, (kernel, options) => this.#bodyOf(port, kernel, options)]),
    );
    const arming = this.#isShared ? 'while-it-runs' : this.#isArmed ? 'armed' : 'not-armed';
    this.controllerNames = Object.fromEntries(
      [...boards.keys()].map((machine) => [machine, liveControllerName(controllers[machine] ?? { kind: 'model' }, arming)]),
    );
    this.#operator = operatorOf({
      answer: (number, count) => this.answer(number, count),
      gone: (says) => {
        this.#failure ??= says;
      },
    });
  }

  /** Why the run cannot go on; `null`: it can. That nobody answers matters once somebody is asked. */
  get failure(): string | null {
    const ofBoard = this.#live.map(({ failure }) => failure).find((failure) => failure !== null) ?? null;
    return ofBoard ?? (this.#prompts.waiting.length > 0 && !this.#isShared ? this.#failure : null);
  }

  get isArmed(): boolean {
    return this.#isArmed;
  }

  get seen(): readonly BoardSeen[] {
    return [...this.#boards].map(([machine, { name, link }]) => ({
      machine,
      port: name,
      answers: link.standing === 'connected',
    }));
  }

  /** What whoever stands at a machine is asked to do, the oldest first. */
  get prompts(): readonly Prompt[] {
    return this.#prompts.waiting;
  }

  /** A prompt waits that time waits for. */
  get standsStill(): boolean {
    return this.#prompts.standsStill;
  }

  /** Whether time must go at the wall's pace now. */
  get wantsRealTime(): boolean {
    return this.#live.some((body) => body.wantsRealTime);
  }

  /** Beyond this instant the run must not leap before the wall has come as far, in µs. */
  get leapEnd_us(): number {
    return Math.min(...this.#live.map(({ leapEnd_us }) => leapEnd_us));
  }

  get armRefusal(): string | null {
    return [...this.#boards.values()].map(armRefusalOf).find((says) => says !== null) ?? null;
  }

  arm(): void {
    if (this.armRefusal !== null) throw new Error(this.armRefusal);
    this.#setArmed(true);
  }

  disarm(): void {
    this.#setArmed(false);
  }

  answer(number: number, count: PromptCount | null): boolean {
    const isTaken = this.#prompts.answer(number, count);
    if (isTaken) this.#operator?.answered(number);
    return isTaken;
  }

  async close(): Promise<void> {
    this.#operator?.close();
    await Promise.all([...this.#boards.values()].map((board) => board.close()));
    this.#ledger.close();
  }

  #ask(prompt: Prompt): void {
    this.#operator?.ask(prompt);
  }

  #setArmed(isArmed: boolean): void {
    if (isArmed === this.#isArmed) return;
    this.#isArmed = isArmed;
    for (const body of this.#live) body.armed(isArmed);
    terminal.tell(
      isArmed ? 'Motors are armed: inert packages only.' : 'Motors are not armed any more: no further motion begins.',
    );
  }

  #bodyOf(port: RealBoard, kernel: Kernel, options: BodyOptions): ShadowedBody {
    const firstOrder = this.#ledger.nextOrder(port.name, port.highestOrder);
    const onNote = (says: string) => terminal.tell(says);
    const orders = new BoardLedger(this.#ledger, port.name);
    const isArmed = () => this.#isArmed;
    return new ShadowedBody(kernel, options, {
      base: firstOrder - 1,
      isReal: true,
      onDrift: onNote,
      bodyOf: (_, __, onFact) => {
        const body = new LiveBody(kernel, options, {
          port,
          time: this.time,
          prompts: this.#prompts,
          orders,
          get isArmed() {
            return isArmed();
          },
          onNote,
          onFact,
          firstOrder,
        });
        this.#live.push(body);
        return body;
      },
    });
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
      const stranger = board instanceof LiveBoard ? strangerAt(options.ledger, board) : null;
      if (stranger !== null) {
        terminal.tell(`${id}: ${stranger}`);
        continue;
      }
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
  const refusal = armRefusalOf(board);
  if (isArmed && refusal !== null) throw new Refusal(Exit.badInput, `${refusal}.`);
  return board;
}

function armRefusalOf({ name, armRefusal = null }: BoardPort): string | null {
  return armRefusal === null ? null : `${name}: ${armRefusal}`;
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
