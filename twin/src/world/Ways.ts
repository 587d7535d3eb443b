import type { RandomStream } from '../kernel/random.js';
import { type ContactSpec, siteOf, type WorldSpec } from '../spec/WorldSpec.js';
import { Journeys } from './programme/Journeys.js';

/** The ways of one contact: by road from where they are based, or, where nobody said where that is, as long as their travel says. */
export class Ways {
  readonly #spec: WorldSpec;
  readonly #travelMin: ContactSpec['travelMin'];
  readonly #journeys: Journeys | null;

  constructor(spec: WorldSpec, { travelMin, base }: ContactSpec) {
    this.#spec = spec;
    this.#travelMin = travelMin;
    this.#journeys = base === undefined ? null : new Journeys(spec, base);
  }

  /** Whether they come to machines at all. */
  get areGiven(): boolean {
    return this.#journeys !== null || this.#travelMin !== null;
  }

  /** Metres of road to a machine, or to a site, from their base or from another machine; `null`: nobody knows. */
  metres(to: string, from: string | null = null): number | null {
    return this.#journeys && Math.round(this.#journeys.km(to, from) * 1_000);
  }

  /**
   * Minutes under way to a machine, one draw. Without roads the way between two machines of one site is none, and between two sites as
   * long as from wherever they usually come (an assumption).
   */
  min(to: string, stream: RandomStream, from: string | null = null): number {
    if (this.#journeys) return this.#journeys.min(to, stream, from);
    if (from !== null && siteOf(this.#spec, from).id === siteOf(this.#spec, to).id) return 0;
    const [least, likely, most] = this.#travelMin ?? [0, 0, 0];
    return stream.triangular(least, likely, most);
  }
}
