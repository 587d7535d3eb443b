import { type EngineOf, tableEngineOf, World, XStateEngine } from '@dosetwin/twin';
import { expect } from 'vitest';
import { libraryScenario } from './libraryScenario.js';

const xstateEngineOf: EngineOf = (definition) => new XStateEngine(definition);

function worldOn(name: string, engineOf: EngineOf): World {
  const { spec, seed } = libraryScenario(name);
  return new World(spec, { seed, engineOf });
}

/** A scenario has the same digests on tables and on XState, and goes on from halfway on the other engine to the same ones. */
export function expectEnginesAgree(name: string): void {
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
}
