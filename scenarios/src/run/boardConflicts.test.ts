import { cartridgeParameters } from '@dosetwin/twin';
import { expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { boardConflicts } from './boardConflicts.js';

const { spec } = libraryScenario('stuck-dose-no-key');
const [machine] = spec.machines.map(({ id }) => id) as [string];
const EMULATED = { [machine]: { kind: 'emulated' } } as const;
const setting = (parameters: Record<string, Record<string, number>>) => ({ ...spec, parameters });

it('a figure of the firmware that a scenario sets otherwise is named, with what the firmware has', () => {
  const other = setting({ cartridge: { dropWindowMs: 700 }, mechanism: { stallLimitMilliamp: 750, jamShare: 0.5 } });
  const conflicts = boardConflicts(other, EMULATED);
  expect(conflicts).toHaveLength(2);
  expect(conflicts[0]).toMatch(/cartridge\.dropWindowMs to 700, and the firmware was built with 1000/);
  expect(conflicts[1]).toMatch(/mechanism\.stallLimitMilliamp to 750/);
});

it('nothing is said of the model, of what the firmware has too, and of the mechanism', () => {
  expect(boardConflicts(setting({ cartridge: { dropWindowMs: 700 } }), { [machine]: { kind: 'model' } })).toEqual([]);
  expect(boardConflicts(setting({ cartridge: { dropWindowMs: cartridgeParameters.dropWindowMs.value } }), EMULATED)).toEqual([]);
  expect(boardConflicts(spec, EMULATED)).toEqual([]);
});
