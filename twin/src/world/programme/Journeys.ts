import { type ParameterOverrides, type ParameterValues, parameterValues } from '../../charts/parameters.js';
import type { RandomStream } from '../../kernel/random.js';
import { US_PER_MIN } from '../../kernel/timeUnits.js';
import { siteOf, type WorldSpec } from '../../spec/WorldSpec.js';
import { Distances } from './Distances.js';
import { travelParameters } from './travel.parameters.js';

/** The ways by road of one contact, from the site where they are based to any machine. */
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

  /** Kilometres of road to a machine; 0 where nobody said, which the loader refuses. */
  km(machine: string): number {
    return this.#distances.km(this.#base, siteOf(this.#spec, machine).id) ?? 0;
  }

  /** Minutes on the road to a machine, one draw: the distance at the speed of the road, times how the day is. */
  min(machine: string, stream: RandomStream): number {
    const { driveLeastFactor, driveMostFactor } = this.#values;
    const usual = this.#distances.drive_us(this.km(machine)) / US_PER_MIN;
    return usual * stream.triangular(driveLeastFactor, 1, Math.max(1, driveMostFactor));
  }
}
