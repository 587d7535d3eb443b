import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import { parameterValues } from '../../charts/parameters.js';
import type { Saved } from '../../kernel/Kernel.js';
import type { ChartEngine, ChartState, ChartStep } from '../ChartEngine.js';
import type { ChartTable } from '../ChartTable.js';
import { EventNumbers } from '../compile/EventNumbers.js';
import { XStateEngine } from '../XStateEngine.js';

/** What is asked of both engines, one after the other: an event, or that they be saved and restored where they stand. */
export type Move = string | { readonly restore: Saved };

/** The same chart on two engines in lockstep: XState, the reference, and one that is examined. */
export class Contest {
  readonly definition: ChartDefinition;
  readonly table: ChartTable;
  readonly limits: Readonly<Record<string, number>>;
  /** One name for every event that the chart can tell apart, its timers and what is raised inside it among them. */
  readonly events: readonly string[];
  readonly reference: XStateEngine;
  readonly examined: ChartEngine;

  constructor(
    definition: ChartDefinition,
    table: ChartTable,
    examined: ChartEngine,
    limits: Readonly<Record<string, number>> = parameterValues(definition.name, definition.parameters),
  ) {
    this.definition = definition;
    this.table = table;
    this.limits = limits;
    this.reference = new XStateEngine(definition);
    this.examined = examined;
    const numbers = new EventNumbers(table.events);
    this.events = table.events.map((_, number) => numbers.exampleOf(number));
  }

  start(): Pair {
    return { reference: this.reference.start(this.limits), examined: this.examined.start(this.limits) };
  }

  step(from: Pair, event: string): Pair {
    return {
      reference: this.reference.step(from.reference.state as XStateState, event),
      examined: this.examined.step(from.examined.state, event),
    };
  }

  /** Both engines where `saved` says, whoever saved it. */
  restore(saved: Saved): Pair {
    return {
      reference: { state: this.reference.restore(saved, this.limits), effects: [] },
      examined: { state: this.examined.restore(saved, this.limits), effects: [] },
    };
  }

  save(pair: Pair): Saved {
    return this.reference.save(pair.reference.state as XStateState);
  }

  /** What two engines say of one step, where they do not say the same; `null` where they do. */
  difference({ reference, examined }: Pair): string | null {
    const [a, b] = [this.#told(reference, this.reference), this.#told(examined, this.examined)];
    if (a === b) return null;
    return `XState says\n  ${a}\nand the other\n  ${b}`;
  }

  #told(step: ChartStep, engine: ChartEngine): string {
    return JSON.stringify({
      is: step.state.configuration,
      counters: step.state.counters,
      effects: step.effects,
      saved: canonical(engine.save(step.state)),
    });
  }
}

export interface Pair {
  readonly reference: ChartStep;
  readonly examined: ChartStep;
}

type XStateState = Parameters<XStateEngine['step']>[0] & ChartState;

/** Keys in order, so that the same data has the same text; the order of regions in `value` is part of the data. */
function canonical(saved: Saved): Saved {
  const { value, history, order, done, counters } = saved as Readonly<Record<string, Saved>>;
  return [value ?? null, history ?? null, order ?? null, done ?? null, counters ?? null];
}
