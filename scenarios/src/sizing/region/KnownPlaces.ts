import { unknownName } from '../../format/nearestName.js';
import { idOf } from './idOf.js';
import type { Place } from './Region.js';
import type { RegionRow } from './RegionRow.js';

/** The places of a region, found by id or name. */
export class KnownPlaces {
  readonly #places: readonly Place[];
  readonly #isWhole: boolean;

  /** `isWhole` false: some rows of the list were refused, so that a name that is not found may be one of theirs. */
  constructor(places: readonly Place[], isWhole: boolean) {
    this.#places = places;
    this.#isWhole = isWhole;
  }

  get ids(): readonly string[] {
    return this.#places.map(({ id }) => id);
  }

  byId(id: string): Place | undefined {
    return this.#places.find((place) => place.id === id);
  }

  /** The place that goes by this id or name. */
  named(written: string): Place | undefined {
    const plain = idOf(written);
    return this.#places.find(({ id, name }) => id === written || id === plain || idOf(name) === plain);
  }

  /** The id of the place that a cell names, or `null` once what is wrong is told. */
  find(row: RegionRow, column: string): string | null {
    const written = row.text(column, 'a place of the list of places');
    if (written === null) return null;
    const found = this.named(written);
    if (!found && this.#isWhole) row.refuse(column, unknownName(written, 'place of the list of places', this.ids));
    return found?.id ?? null;
  }
}
