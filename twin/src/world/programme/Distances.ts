import { type ParameterOverrides, type ParameterValues, parameterValues } from '../../charts/parameters.js';
import { US_PER_MIN } from '../../kernel/timeUnits.js';
import type { HomeSpec, PlaceSpec } from '../../spec/ProgrammeSpec.js';
import type { WorldSpec } from '../../spec/WorldSpec.js';
import { crowKm } from './crowKm.js';
import { travelParameters } from './travel.parameters.js';

/** How far things are apart, by the roads of the scenario where it gives them, and otherwise as the crow flies times a factor. */
export class Distances {
  readonly #places: ReadonlyMap<string, PlaceSpec | null>;
  readonly #roads: ReadonlyMap<string, number>;
  readonly #values: ParameterValues<typeof travelParameters>;

  constructor(spec: WorldSpec, layers: readonly ParameterOverrides[] = [spec.parameters]) {
    this.#places = new Map(spec.sites.map(({ id, place }) => [id, place ?? null]));
    this.#roads = new Map((spec.roads ?? []).map(({ between: [a, b], km }) => [keyOf(a, b), km]));
    this.#values = parameterValues('travel', travelParameters, ...layers);
  }

  /** Kilometres of road between two places; `null` where nobody said where one of them is. */
  km(from: HomeSpec, to: HomeSpec): number | null {
    if (from === to) return 0;
    if (typeof from === 'string' && typeof to === 'string') {
      const road = this.#roads.get(keyOf(from, to));
      if (road !== undefined) return road;
    }
    const [a, b] = [this.#placeOf(from), this.#placeOf(to)];
    return a && b ? crowKm(a, b) * this.#values.roadFactor : null;
  }

  /** Microseconds that somebody drives. */
  drive_us(km: number): number {
    return Math.round((km / this.#values.roadKmh) * 60 * US_PER_MIN);
  }

  /** Microseconds that a person needs, on foot where it is near and otherwise riding. */
  walkOrRide_us(km: number): number {
    const { walkKmh, walkMostKm, rideKmh } = this.#values;
    return Math.round((km / (km <= walkMostKm ? walkKmh : rideKmh)) * 60 * US_PER_MIN);
  }

  #placeOf(home: HomeSpec): PlaceSpec | null {
    return typeof home === 'string' ? (this.#places.get(home) ?? null) : home;
  }
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
