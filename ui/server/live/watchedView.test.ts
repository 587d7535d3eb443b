import { expect, it } from 'vitest';
import type { LiveEntry } from '../../web/src/live/liveProtocol.js';
import type { BenchFacts } from '../../web/src/worker/BenchFacts.js';
import { watchedView } from './watchedView.js';

const facts: BenchFacts = {
  name: 'stuck-dose',
  variant: null,
  title: '',
  about: '',
  variants: [],
  seed: 1,
  epoch_us: 0,
  length_us: 1,
  sites: [],
  machines: [{ id: 'm1', site: 's', loaded: [11, 12, 13, 14] }],
  people: [{ id: 'P1', machine: 'm1', cartridge: 1 }],
  roads: [],
  contacts: [],
  weeks: [
    {
      site: 's',
      zone: 'America/Vancouver',
      helpers: [{ id: 'nurse', role: 'nurse', hasKey: true }],
      deskClocks: [],
      mayNotOpen: false,
      days: [],
      length_us: 1,
      nobody_us: 0,
      nobodyWithKey_us: 0,
      due: 0,
      dueWithNobody: 0,
    },
  ],
  offsets: {},
  expectations: [],
  charts: {},
  parameters: [],
};

/** The last of those that are left: 4, 3, 2, 1. */
const view = () => {
  const watched = watchedView(['P1'], (limit) => limit - 1);
  return { watched, facts: watched.facts(facts) };
};
const seen = (source: string, payload: LiveEntry[4]) => {
  const entry = view().watched.entry([5, 2, source, 'kind', payload]);
  return entry === null ? null : [entry[2], entry[4]];
};

it('a cartridge has another number, the same in every entry, and its contents with it', () => {
  expect(seen('m1/session', { person: 'P1', order: 3, cartridge: 1 })).toEqual([
    'm1/session',
    { person: 'somebody', order: 3, cartridge: 4 },
  ]);
  expect(seen('m1/cartridge-01', { is: 'driving' })).toEqual(['m1/cartridge-04', { is: 'driving' }]);
  expect(seen('m1/mechanism', { cartridge: 3, on: true })).toEqual(['m1/mechanism', { cartridge: 2, on: true }]);
  expect(seen('input', { machine: 'm1', cartridge: 2 })).toEqual(['input', { machine: 'm1', cartridge: 3 }]);
  expect(view().facts.machines[0]?.loaded).toEqual([14, 13, 12, 11]);
});

it('nobody gets the week of those who help', () => {
  expect(view().facts.weeks).toEqual([]);
});

it('none and one that is not there stay none', () => {
  expect(seen('input', { machine: 'm1', cartridge: 0 })).toEqual(['input', { machine: 'm1', cartridge: 0 }]);
  expect(seen('m1/session', { cartridge: 9 })).toEqual(['m1/session', { cartridge: 0 }]);
});

it('no sentence of a board or a prompt names a cartridge', () => {
  expect(seen('m1/board', { says: 'drift, cartridge 1: late' })).toEqual(['m1/board', { says: 'drift, a cartridge: late' }]);
  const prompts = [{ number: 1, machine: 'm1', says: 'put 2 inert packages into cartridge 19', wantsCount: false }];
  expect(view().watched.prompts(prompts)[0]?.says).toBe('put 2 inert packages into a cartridge');
});

it('numbers are drawn anew for each run that is shared', () => {
  const drawn = Array.from({ length: 40 }, () => {
    const watched = watchedView([]);
    watched.facts(facts);
    return watched.entry([0, 2, 'm1/session', 'k', { cartridge: 1 }])?.[4].cartridge;
  });
  expect(new Set(drawn).size).toBeGreaterThan(1);
});
