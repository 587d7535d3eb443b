import type { Region } from '../region/Region.js';
import type { Future } from './future.js';
import { futureStreams } from './futureStreams.js';

/** The people of a region in a future, place by place: the same for every plan. */
export interface People {
  readonly count: number;
  /** By person: the number of their place. */
  readonly placeOf: Int32Array;
  readonly key0: Int32Array;
  readonly key1: Int32Array;
}

const kept = new WeakMap<Future, People>();

export function peopleOf(region: Region, future: Future): People {
  const known = kept.get(future);
  if (known) return known;
  const counts = region.places.map(({ id }) => future.values.get(`place.${id}.people`) as number);
  const count = counts.reduce((sum, people) => sum + people, 0);
  const people = { count, placeOf: new Int32Array(count), key0: new Int32Array(count), key1: new Int32Array(count) };
  const { people: keys } = futureStreams(region, future.seed);
  let person = 0;
  for (const [place, here] of counts.entries()) {
    for (let number = 0; number < here; number++, person++) {
      people.placeOf[person] = place;
      keys[place]?.write(future.index, number, people.key0, people.key1, person);
    }
  }
  kept.set(future, people);
  return people;
}
