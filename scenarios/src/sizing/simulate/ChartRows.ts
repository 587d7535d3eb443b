import { CHARTS, ConfigurationSpace, compileChart, parameterValues, TableRows } from '@dosetwin/twin';

/** What a step tells somebody on its side of the hinge, commands or records: the charts' own words. */
export interface Told {
  readonly type: 'command' | 'signal' | 'drive' | 'tell' | 'record';
  /** Who is told; of a command and a record, nobody. */
  readonly role: string;
  /** The event told, the command's name or the kind of record. */
  readonly word: string;
  /** A fixed reason that goes along, or the empty string. */
  readonly reason: string;
}

const spaces = new Map<string, { readonly space: ConfigurationSpace; readonly told: readonly (Told | null)[] }>();

/** Rows of one of the house's charts on its table, driven by the names of events. */
export class ChartRows {
  readonly rows: TableRows;
  readonly #told: readonly (Told | null)[];
  readonly #numbers = new Map<string, number>();
  /** Steps taken, timers among them. */
  transitions = 0;

  constructor(chart: string, count: number) {
    const definition = CHARTS.find(({ name }) => name === chart);
    if (definition === undefined) throw new RangeError(`there is no chart ${chart}`);
    const known = spaces.get(chart) ?? spaceOf(definition);
    spaces.set(chart, known);
    this.#told = known.told;
    this.rows = new TableRows(known.space, count, parameterValues(chart, definition.parameters));
    for (let row = 0; row < count; row++) this.rows.start(row, 0);
  }

  /** One event for one row; what it told, in order. Throws where the chart knows no such event. */
  send(row: number, event: string, nowMs = 0): Told[] {
    let number = this.#numbers.get(event);
    if (number === undefined) {
      number = this.rows.space.eventNumbers.numberOf(event);
      if (number <= 0) throw new RangeError(`chart ${this.rows.space.table.chart} has no event ${event}`);
      this.#numbers.set(event, number);
    }
    this.transitions += 1;
    return this.#toldBy(this.rows.step(row, number, nowMs));
  }

  /** Lets the timer that is due next fire; `null` where none is pending. */
  fire(row: number): Told[] | null {
    const timer = this.rows.nextTimer(row);
    if (timer < 0) return null;
    this.transitions += 1;
    return this.#toldBy(this.rows.fire(row, timer));
  }

  /** When the timer that fires next is due, in milliseconds; infinity where none is pending. */
  dueMs(row: number): number {
    const timer = this.rows.nextTimer(row);
    return timer < 0 ? Number.POSITIVE_INFINITY : this.rows.dueOf(row, timer);
  }

  /** The number of a row's configuration. */
  at(row: number): number {
    return this.rows.configurations[row] as number;
  }

  /** Puts a row without pending timers into a configuration. */
  put(row: number, configuration: number): void {
    this.rows.configurations[row] = configuration;
  }

  /** The path of a row's innermost state, `open.asking.reported`. */
  stateOf(row: number): string {
    const { table } = this.rows.space;
    const path = (state: number): string => {
      const { parent, key } = table.states[state] as { readonly parent: number; readonly key: string };
      return parent <= 0 ? key : `${path(parent)}.${key}`;
    };
    return this.rows.space.configurationOf(this.at(row)).leaves.map(path).join(',');
  }

  #toldBy(end: number): Told[] {
    const { space } = this.rows;
    const told: Told[] = [];
    for (let i = space.yieldsFrom(end); i < space.yieldsTo(end); i++) {
      const one = this.#told[space.yields[i] as number];
      if (one) told.push(one);
    }
    return told;
  }
}

function spaceOf(definition: (typeof CHARTS)[number]) {
  const table = compileChart(definition);
  const told = table.ops.map((op): Told | null => {
    if (op.op !== 'effect') return null;
    const { role = '', event, name, kind, reason = '' } = op.params as Readonly<Record<string, string>>;
    return { type: op.type, role, word: event ?? name ?? kind ?? '', reason };
  });
  return { space: new ConfigurationSpace(table), told };
}
