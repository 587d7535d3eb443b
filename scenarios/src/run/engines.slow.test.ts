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

function worldOn(name: string, engineOf: EngineOf): World {
  const { spec, seed } = libraryScenario(name);
  return new World(spec, { seed, engineOf });
}

describe('scenarios on two engines', () => {
  it('are all of the library, with their variants', () => {
    expect(listLibrary().broken).toEqual([]);
    expect(NAMES.filter((name) => name.includes(':')).length).toBeGreaterThan(0);
  });

  it.each(NAMES)('[E7] [E9] %s keeps its digests on tables and on XState, and goes on from a checkpoint of the other', (name) => {
    const [tables, xstate] = [worldOn(name, tableEngineOf), worldOn(name, xstateEngineOf)];
    const half_us = Math.floor(tables.spec.length_us / 2);
    const [half, sameHalf] = [tables, xstate].map((world) => {
      world.start();
      world.runUntil(half_us);
      return JSON.stringify(world.checkpoint());
    });
    expect(half).toBe(sameHalf);
    const fromTables = worldOn(name, xstateEngineOf);
    fromTables.restore(JSON.parse(half ?? ''));
    const fromXState = worldOn(name, tableEngineOf);
    fromXState.restore(JSON.parse(sameHalf ?? ''));
    const ends = [tables, fromTables, fromXState].map((world) => {
      world.runUntil(world.spec.length_us);
      return world.digests;
    });
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
  });
});
