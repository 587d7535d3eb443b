import { createRequire } from 'node:module';

/** What the benchmarks use of simjs, which brings no types. */
export interface Simjs {
  readonly Sim: new () => {
    addEntity<T extends Entity & { start(): void }>(kind: new (sim: never, name?: string) => T): T;
    /** Lets the next event happen; false where there is none. */
    step(): boolean;
  };
  readonly Entity: new (sim: never, name?: string) => Entity;
  readonly Facility: {
    new (name: string, discipline: number, servers: number): Facility;
    readonly FCFS: number;
  };
}

interface Facility {
  readonly name: string;
}

interface Entity {
  time(): number;
  setTimer(duration: number): Request;
  useFacility(facility: Facility, duration: number): Request;
}

interface Request {
  done(callback: (...given: never[]) => void, context?: unknown, given?: readonly unknown[]): Request;
}

/** simjs exports nothing to Node: it puts itself on a page's `window`, so for a moment it is given one. */
function loaded(): Simjs {
  const page = globalThis as { window?: { Sim?: Simjs } };
  page.window = {};
  createRequire(import.meta.url)('simjs');
  const { Sim } = page.window;
  delete page.window;
  if (Sim === undefined) throw new Error('simjs did not put itself on the window');
  return Sim;
}

export const simjs = loaded();
