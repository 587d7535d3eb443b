import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import type { Saved } from '../../kernel/Kernel.js';
import type { ChartEngine, ChartStep } from '../ChartEngine.js';
import type { ChartTable } from '../ChartTable.js';
import { EventNumbers } from '../compile/EventNumbers.js';
import { restoreConfiguration } from '../savedConfiguration.js';
import { answerOf, type EngineAnswer } from './EngineAnswer.js';
import { type Reference, tell } from './Reference.js';

/** What is asked of both engines, one after the other: an event, or that they be restored from what was saved. */
export type Move = string | { readonly restore: Saved };

/** Where both stand after the same moves. An engine that failed has no step, and the reason instead. */
export interface Pair {
  readonly reference: ChartStep;
  readonly examined: ChartStep | { readonly failed: string };
  /** Whether each says that it stands where it stood before. */
  readonly stayed?: { readonly reference: boolean; readonly examined: boolean };
}

/** The same chart on two engines in lockstep: XState, the reference, and one that is examined. */
export class Contest {
  readonly definition: ChartDefinition;
  readonly table: ChartTable;
  readonly limits: Readonly<Record<string, number>>;
  /** One name for every event that the chart can tell apart, its timers and what is raised inside it among them. */
  readonly events: readonly string[];
  readonly #reference: Reference;
  readonly #examined: ChartEngine;

  constructor(definition: ChartDefinition, table: ChartTable, reference: Reference, examined: ChartEngine) {
    this.definition = definition;
    this.table = table;
    this.limits = reference.limits;
    this.#reference = reference;
    this.#examined = examined;
    const numbers = new EventNumbers(table.events);
    this.events = table.events.map((_, number) => numbers.exampleOf(number));
  }

  start(): Pair {
    return { reference: this.#reference.start(), examined: attempt(() => this.#examined.start(this.limits)) };
  }

  step({ reference, examined }: Pair, event: string): Pair {
    const next = this.#reference.step(reference, event);
    if ('failed' in examined) return { reference: next, examined };
    const other = attempt(() => this.#examined.step(examined.state, event));
    const stayed = { reference: next.state === reference.state, examined: 'state' in other && other.state === examined.state };
    return { reference: next, examined: other, stayed };
  }

  /** Both engines where `saved` says, whoever saved it. */
  restore(saved: Saved): Pair {
    const examined = attempt(() => ({ state: this.#examined.restore(saved, this.limits), effects: [] }));
    return { reference: this.#reference.restore(saved), examined };
  }

  save({ reference }: Pair): Saved {
    return this.#reference.save(reference);
  }

  /** Paths of the leaves that are active as the reference says. */
  activeIn(pair: Pair): readonly string[] {
    return this.answers(pair)[0].active;
  }

  /** What both say of one step, the reference first. */
  answers({ reference, examined, stayed }: Pair): [EngineAnswer, EngineAnswer] {
    const differ = stayed !== undefined && stayed.reference !== stayed.examined;
    const said = (engine: string, says: ChartEngine, step: ChartStep, isSame: boolean | undefined): EngineAnswer => {
      const configuration = restoreConfiguration(this.table, says.save(step.state));
      const { counters } = step.state;
      const answer = answerOf({ engine, table: this.table, configuration, counters, effects: step.effects });
      return differ ? { ...answer, lines: [...answer.lines, isSame ? 'stays where it was' : 'goes on'] } : answer;
    };
    return [
      said('XState', this.#reference.engine, reference, stayed?.reference),
      'failed' in examined
        ? { engine: 'tables', active: [], lines: [examined.failed] }
        : said('tables', this.#examined, examined, stayed?.examined),
    ];
  }

  /** What two engines say of one step, where they do not say the same; `null` where they do. */
  difference({ reference, examined, stayed }: Pair): string | null {
    if (stayed && 'state' in examined && stayed.reference !== stayed.examined) {
      return `XState ${stayed.reference ? 'stays where it was' : 'goes on'}, and the other does not`;
    }
    const expected = this.#reference.told(reference);
    const said = 'failed' in examined ? examined.failed : tell(examined, this.#examined);
    return expected === said ? null : `XState says\n  ${expected}\nand the other\n  ${said}`;
  }
}

function attempt(step: () => ChartStep): Pair['examined'] {
  try {
    return step();
  } catch (error) {
    return { failed: `fails: ${(error as Error).message}` };
  }
}
