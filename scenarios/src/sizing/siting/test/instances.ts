import fc from 'fast-check';
import type { CapacitatedProblem } from '../CapacitatedProblem.js';
import type { SitingGoal, SitingProblem } from '../SitingProblem.js';

const none = Number.POSITIVE_INFINITY;

const anyGoal: fc.Arbitrary<SitingGoal> = fc.oneof(
  fc.record({ kind: fc.constant('covering' as const), furthestKm: fc.integer({ min: 0, max: 40 }) }),
  fc.record({
    kind: fc.constant('median' as const),
    furthestKm: fc.integer({ min: 10, max: 60 }),
    unservedKm: fc.constantFrom(60, 100),
  }),
);
/** Everybody must have a site. */
export const everybodyServed: fc.Arbitrary<SitingGoal> = fc.constant({ kind: 'median', furthestKm: 60, unservedKm: none });

const limit = fc.oneof(
  fc.record({ machines: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ cost: fc.integer({ min: 5, max: 25 }) }),
);

const listOf = <T>(one: fc.Arbitrary<T>, length: number) => fc.array(one, { minLength: length, maxLength: length });

/** Up to six places and five candidates, with ways that are none here and there. */
export function instances(opens: fc.Arbitrary<number>, goal = anyGoal): fc.Arbitrary<SitingProblem> {
  const way = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 50 }) }, { weight: 1, arbitrary: fc.constant(none) });
  return fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })).chain(([places, sites]) =>
    fc
      .record({
        people: listOf(fc.integer({ min: 0, max: 9 }), places),
        candidates: listOf(
          fc.record({ opens, room: fc.integer({ min: 1, max: 2 }), cost: fc.integer({ min: 3, max: 9 }) }),
          sites,
        ),
        km: listOf(way, places * sites).map((all) => Float64Array.from(all)),
        goal,
        limit,
        // Candidates that are like the one before them in everything: they are treated in a way of their own.
        isTwin: listOf(fc.boolean(), sites),
      })
      .map(({ isTwin, ...problem }) => withTwins(problem, isTwin)),
  );
}

function withTwins(problem: SitingProblem, isTwin: readonly boolean[]): SitingProblem {
  const sites = problem.candidates.length;
  const like = isTwin.map((_, j) => {
    let first = j;
    while (first > 0 && isTwin[first]) first--;
    return first;
  });
  return {
    ...problem,
    candidates: like.map((j) => problem.candidates[j] as SitingProblem['candidates'][number]),
    km: problem.km.map((_, at) => problem.km[at - (at % sites) + (like[at % sites] as number)] as number),
  };
}

/** The same with machines that fill up, over one to three futures. */
export const capacitated: fc.Arbitrary<CapacitatedProblem> = instances(fc.constant(1)).chain((problem) => {
  const future = fc.record({
    weight: fc.integer({ min: 1, max: 3 }),
    people: listOf(fc.integer({ min: 0, max: 9 }), problem.people.length),
    opens: listOf(fc.boolean(), problem.candidates.length),
  });
  const more = { peoplePerMachine: fc.integer({ min: 2, max: 8 }), futures: fc.array(future, { minLength: 1, maxLength: 3 }) };
  return fc.record(more).map((rest) => ({ ...problem, ...rest }));
});
