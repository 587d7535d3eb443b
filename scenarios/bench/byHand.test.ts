import { expect, it } from 'vitest';
import { compilePlan } from '../src/sizing/simulate/compilePlan.js';
import { future } from '../src/sizing/simulate/future.js';
import { type Fidelity, simulate } from '../src/sizing/simulate/simulate.js';
import { oneEach } from '../test/smallRegion.js';
import { failuresByHand } from './failuresByHand.js';
import { machinesByHand } from './machinesByHand.js';
import { sizingRegion } from './sizingModels.js';
import { visitsByHand } from './visitsByHand.js';

const BY_HAND = { visits: visitsByHand, machines: machinesByHand, failures: failuresByHand } as const;

it('[Z10] each fidelity comes to the counts of a loop by hand over the same model', () => {
  const region = sizingRegion(3);
  const model = compilePlan(region, oneEach(3), future(region, 4, 1));
  for (const [fidelity, byHand] of Object.entries(BY_HAND)) {
    expect(simulate(model, fidelity as Fidelity), fidelity).toMatchObject(byHand(model));
  }
});
