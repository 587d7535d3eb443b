import { type ParameterOverrides, type ParameterValues, parameterValues } from '../../charts/parameters.js';
import type { RandomStream } from '../../kernel/random.js';
import { US_PER_MIN } from '../../kernel/timeUnits.js';
import { siteOf, type WorldSpec } from '../../spec/WorldSpec.js';
import { Distances } from './Distances.js';
import { travelParameters } from './travel.parameters.js';

/** The ways by road of one contact, from the site where they are based to any machine, or from one machine to the next. */
export class Journeys {
  readonly #spec: WorldSpec;
  readonly #base: string;
  readonly #distances: Distances;
  readonly #values: ParameterValues<typeof travelParameters>;

  constructor(spec: WorldSpec, base: string, layers: readonly ParameterOverrides[] = [spec.parameters]) {
    this.#spec = spec;
    this.#base = base;
    this.#distances = new Distances(spec, layers);
    this.#values = parameterValues('travel', travelParameters, ...layers);
  }

  /**
   * Kilometres of road to a machine or site, from the base, where nobody said 0, which the loader refuses. From another machine or site it
   * is the road between the two, or, where nobody gave that, the way past the base.
   */
  km(to: string, from: string | null = null): number {
    if (from === null) return this.#fromBase(to);
    const between = this.#distances.km(this.#siteOf(from), this.#siteOf(to));
    return between ?? this.#fromBase(from) + this.#fromBase(to);
  }

  /** Minutes on the road, one draw: the distance at the speed of the road, times how the day is. */
  min(to: string, stream: RandomStream, from: string | null = null): number {
    const { driveLeastFactor, driveMostFactor } = this.#values;
    const usual = this.#distances.drive_us(this.km(to, from)) / US_PER_MIN;
    return usual * stream.triangular(driveLeastFactor, 1, Math.max(1, driveMostFactor));
  }

  #fromBase(place: string): number {
    return this.#distances.km(this.#base, this.#siteOf(place)) ?? 0;
  }

  #siteOf(place: string): string {
    return this.#spec.sites.some(({ id }) => id === place) ? place : siteOf(this.#spec, place).id;
  }
}
