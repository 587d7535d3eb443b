import { type EngineOf, tableEngineOf, World, XStateEngine } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { listLibrary } from '../node/library.js';

/** Every scenario of the library, and every variant of it. */
const NAMES = listLibrary().entries.flatMap(({ name, variants }) => [
  name,
  ...variants.map((variant) => `${name}:${variant.name}`),
]);

const xstateEngineOf: EngineOf = (definition) => new XStateEngine(definition);

function runOn(name: string, engineOf: EngineOf, from?: string) {
  const { spec, seed } = libraryScenario(name);
  const world = new World(spec, { seed, engineOf });
  if (from === undefined) world.start();
  else world.restore(JSON.parse(from));
  return world;
}

describe('scenarios on two engines', () => {
  it('are all of the library, with their variants', () => {
    expect(listLibrary().broken).toEqual([]);
    expect(NAMES.filter((name) => name.includes(':')).length).toBeGreaterThan(0);
  });

  it.each(NAMES)('[E9] %s keeps its digests on tables and on XState', (name) => {
    const [tables, xstate] = [tableEngineOf, xstateEngineOf].map((engineOf) => {
      const world = runOn(name, engineOf);
      world.runUntil(world.spec.length_us);
      return { ...world.digests, steps: world.steps };
    });
    expect(tables).toEqual(xstate);
  });

  it.each(NAMES)('[E7] %s goes on from a checkpoint of either engine on the other', (name) => {
    const half = (engineOf: EngineOf) => {
      const world = runOn(name, engineOf);
      world.runUntil(Math.floor(world.spec.length_us / 2));
      return JSON.stringify(world.checkpoint());
    };
    const [tables, xstate] = [half(tableEngineOf), half(xstateEngineOf)];
    expect(tables).toBe(xstate);
    const whole = runOn(name, tableEngineOf, xstate);
    const other = runOn(name, xstateEngineOf, tables);
    for (const world of [whole, other]) world.runUntil(world.spec.length_us);
    expect(whole.digests).toEqual(other.digests);
  });
});
