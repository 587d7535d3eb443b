import { describe, expect, it } from 'vitest';
import type { TraceEntry } from '../kernel/trace.js';
import type { ContactSpec, WorldSpec } from '../spec/WorldSpec.js';
import { ALWAYS, afternoon, begin, desk, HOUR, MIN, nurse, person, site } from './test/afternoon.js';

const near: ContactSpec = { ...nurse, id: 'near', busy: [], travelMin: [10, 10, 10], hours: ALWAYS };
const MACHINE = 'harbour-house-1';

/** P19's package hangs at 14:07, and whoever comes finds that the cartridge needs a part that takes as long as this. */
function world(partMin: number, partShare = 1, contacts: readonly ContactSpec[] = [near]): WorldSpec {
  const support = { partShare, partLeastMin: partMin, partLikelyMin: partMin, partMostMin: partMin };
  return {
    ...afternoon,
    contacts,
    sites: [{ ...site, staff: ALWAYS, chain: contacts.map(({ id }) => id) }],
    parameters: { support },
  };
}

function entriesOf(spec: WorldSpec, hours: number, jammed: readonly number[] = [19]): readonly TraceEntry[] {
  const run = begin(spec);
  for (const cartridge of jammed) run.machines.get(MACHINE)?.jamAt(0, cartridge);
  run.until(hours * HOUR);
  return run.entries;
}
const ofTicket = (entries: readonly TraceEntry[]) => entries.filter(({ source }) => source === `${MACHINE}/ticket`);
const kinds = (entries: readonly TraceEntry[]) =>
  ofTicket(entries)
    .filter(({ kind }) => kind !== 'state')
    .map(({ kind, payload }) => (payload.cartridge === undefined ? kind : `${kind} ${payload.cartridge}`));
const standsAt = (entries: readonly TraceEntry[]) => ofTicket(entries).findLast(({ kind }) => kind === 'state')?.payload.is;
const hands = (entries: readonly TraceEntry[], type: string) =>
  entries.filter(({ kind, payload }) => kind === 'hand' && payload.type === type);

describe('a part on order', () => {
  it('[J4] leaves the cartridge locked when the first visit ends, and the ticket waiting for the part', () => {
    const entries = entriesOf(world(24 * 60), 12);
    expect(kinds(entries)).toEqual(['noticed 19', 'door-opened', 'part-ordered 19']);
    expect(standsAt(entries)).toBe('open.partOnOrder');
    expect([hands(entries, 'FREE'), hands(entries, 'CLOSE_DOOR').length]).toEqual([[], 1]);
    expect(entries.filter(({ kind }) => kind === 'went-home')).toHaveLength(1);
  });

  it('[J5] has come when it was said to, and a second visit fits it', () => {
    const entries = entriesOf(world(24 * 60), 48);
    expect(kinds(entries)).toEqual(['noticed 19', 'door-opened', 'part-ordered 19', 'part-came 19', 'door-opened', 'cleared 19']);
    const came = entries.find(({ kind }) => kind === 'part-came');
    expect(came?.t_us).toBe(entries.find(({ kind }) => kind === 'part-ordered')?.payload.comes_us);
    expect(standsAt(entries)).toBe('none');
    expect(hands(entries, 'FREE')).toHaveLength(1);
  });

  it('[J4] is needed by nobody with a share of nothing, and then the first visit clears it', () => {
    expect(kinds(entriesOf(world(24 * 60, 0), 48))).toEqual(['noticed 19', 'door-opened', 'cleared 19']);
  });

  it('[J4] keeps nothing else waiting: another jam is mended meanwhile, without a second part or a call to the desk', () => {
    const later = person('P20', 20, { arrival: { kind: 'instants', at_us: [400 * MIN] } });
    const spec = { ...world(48 * 60, 1, [{ ...desk, hours: ALWAYS, remote: 'cannot-free' }, near]) };
    const entries = entriesOf({ ...spec, people: [...afternoon.people, later] }, 72, [19, 20]);
    const told = kinds(entries);
    expect(told.filter((one) => one.startsWith('part-ordered'))).toEqual(['part-ordered 19', 'part-ordered 20']);
    expect(told.slice(-4)).toEqual(expect.arrayContaining(['cleared 19', 'cleared 20']));
    expect(standsAt(entries)).toBe('none');
    // Once for each jam, when it happened; not again when its part has come.
    expect(entries.filter(({ source, kind }) => source === 'desk' && kind === 'asked')).toHaveLength(2);
  });

  it('[J5] that comes while somebody is still there is fitted in another visit all the same, once they have tidied up', () => {
    // Two minutes after it was ordered the machine is being tidied or shut.
    const entries = entriesOf(world(2), 6);
    expect(kinds(entries)).toEqual([
      'noticed 19',
      'door-opened',
      'part-ordered 19',
      'part-came 19',
      // Whoever was there is on the way home, and comes again.
      'nobody-free 19',
      'door-opened',
      'cleared 19',
    ]);
    expect(standsAt(entries)).toBe('none');
  });

  it('[J5] is not waited for any more once somebody has mended the cartridge unasked', () => {
    const run = begin(world(24 * 60));
    run.machines.get(MACHINE)?.jamAt(0, 19);
    run.kernel.at(8 * HOUR, `${MACHINE}/helpline`, { type: 'MENDED', cartridge: 19 });
    run.until(48 * HOUR);
    const { entries } = run;
    expect(kinds(entries)).toEqual(['noticed 19', 'door-opened', 'part-ordered 19', 'cleared 19']);
    expect(standsAt(entries)).toBe('none');
  });
});
