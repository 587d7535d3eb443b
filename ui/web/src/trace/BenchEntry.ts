/** One fact of a run as the page holds it: the twin's trace entry, plain data that crosses from the worker. */
export interface BenchEntry {
  /** Microseconds since the scenario's start. */
  readonly t_us: number;
  /** 0 mechanism, 1 controller, 2 dispenser, 3 world and inputs. */
  readonly level: number;
  readonly source: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, number | string | boolean>>;
}
