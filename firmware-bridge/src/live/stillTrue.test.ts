import type { Signal } from '@dosetwin/twin';
import { expect, it } from 'vitest';
import { stillTrue } from './stillTrue.js';

const said = (...names: Signal['name'][]): Signal[] =>
  names.map((name, i) => ({ name, boot: 3, sequence: i + 1, tick: i, args: {} }));

it.each([
  [said('door-opened', 'cleared', 'door-closed'), []],
  [said('door-opened', 'door-closed', 'door-opened'), ['door-opened']],
  [said('supply-low', 'jammed', 'tamper-opened', 'supply-good'), ['tamper-opened']],
])('of what was said before a run only what is still wrong is heard', (signals, names) => {
  expect(stillTrue(signals).map(({ name }) => name)).toEqual(names);
});
