import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../record/test/entriesOf.js';
import { OutcomeFold } from './OutcomeFold.js';
import { OUTCOMES, wholeOf } from './Outcomes.js';

const MIN_US = 60_000_000;
const contacts = [{ id: 'nurse', role: 'nurse' as const }] as never;

function outcomes(rows: Parameters<typeof entriesOf>[0], endMin: number) {
  const fold = new OutcomeFold({ contacts });
  for (const entry of entriesOf(rows)) fold.add(entry);
  return fold.result(endMin * MIN_US);
}

describe('outcomes', () => {
  it('count a jam’s time from the jam to notice, acknowledgement and clearing; one that stays runs to the end', () => {
    const jam = { person: 'P01', order: 1, cartridge: 3, mode: 'hung-up' };
    const found = outcomes(
      [
        [10, 'm/session', 'jam', jam],
        [12, 'm/ticket', 'noticed', { cartridge: 3, mode: 'hung-up', by: 'person' }],
        [13, 'nurse', 'answered', { machine: 'm', answer: 'busy', reason: 'outreach', until_us: 0 }],
        [15, 'nurse', 'answered', { machine: 'm', answer: 'coming', reason: 'free', until_us: 0 }],
        [20, 'nurse', 'set-off', { machine: 'm' }],
        [30, 'nurse', 'on-site', { machine: 'm' }],
        [40, 'm/ticket', 'cleared', { cartridge: 3, how: 'by-hand' }],
        [41, 'nurse', 'went-home', { machine: 'm' }],
        [50, 'm/session', 'jam', { ...jam, cartridge: 4, mode: 'stall-cam' }],
      ],
      60,
    );
    const minutes = (name: string) => (found[name] ?? Number.NaN) / 60_000;
    expect(['to-notice', 'to-acknowledge', 'to-clear'].map(minutes)).toEqual([2, 5, 30]);
    expect(minutes('lane-down:hung-up')).toBe(30);
    expect(minutes('lane-down:stall-cam')).toBe(10);
    expect(minutes('time:nurse')).toBe(21);
    expect(found).toMatchObject({ jams: 2, 'not-cleared': 1 });
  });

  it('settle a dose by what became of it last, however long the run', () => {
    const rows: [number, string, string, Record<string, number | boolean | string>][] = [];
    for (let window = 1; window <= 40; window++) {
      rows.push([window, 'P01', 'due', { window, from_us: 0, to_us: 0 }], [window, 'P01', 'came', { window, in_window: true }]);
      if (window % 2) rows.push([window, 'P01', 'left-without', { window, cause: 'jammed', waited_us: 0 }]);
      if (window % 4 === 1) rows.push([window, 'P01', 'served', { window, order: 1, waited_us: MIN_US }]);
    }
    expect(outcomes(rows, 60)).toMatchObject({ due: 40, served: 10, 'left-without:jammed': 10, 'open-at-end': 20, visits: 40 });
  });

  it('add up what staff drove, there and back, on rounds and restocking; whoever turned round drove no further', () => {
    const found = outcomes(
      [
        [0, 'nurse', 'drives', { machine: 'm', distance_m: 120_000 }],
        [60, 'nurse', 'drives', { machine: 'n', distance_m: 30_000, from: 'm' }],
        [70, 'nurse', 'turns-round', { machine: 'n', driven_m: 10_000, home_m: 130_000 }],
        [300, 'nurse/round-plan', 'drives', { site: 'house', distance_m: 500 }],
        [400, 'm/supply', 'drives', { by: 'nurse', distance_m: 7_000 }],
      ],
      500,
    );
    expect(found).toMatchObject({
      'staff-kilometres': 267_500,
      'staff-kilometres:nurse': 260_000,
      'staff-kilometres:rounds, nurse': 500,
      'staff-kilometres:restocking, nurse': 7_000,
    });
    expect(outcomes([], 500)).not.toHaveProperty('staff-kilometres');
  });

  it('tell refusals of the machine from refusals of a rule, and add up the time of two who restock', () => {
    const found = outcomes(
      [
        [0, 'm/session', 'state', { is: 'inService.idle', on: 'start' }],
        [1, 'm/session', 'refused', { person: 'P01', reason: 'too-early' }],
        [2, 'P02', 'turned-away', { site: 'house', rule: 'tenants-only' }],
        [3, 'm/session', 'state', { is: 'outOfService', on: 'OUT_OF_SERVICE' }],
        [5, 'm/session', 'state', { is: 'inService.idle', on: 'IN_SERVICE' }],
        [10, 'm/restock', 'delivered', { by: 'nurse', packages: 3 }],
        [16, 'm/restock', 'restocked', { first: 'nurse', second: 'm/staff' }],
      ],
      60,
    );
    expect(found).toMatchObject({ 'turned-away:too-early': 1, 'not-admitted:tenants-only': 1, 'machine-down': 2 * 60_000 });
    expect(found).toMatchObject({
      'time:restocking, nurse': 6 * 60_000,
      'time:restocking, staff': 6 * 60_000,
      time: 12 * 60_000,
    });
    expect(Object.keys(found).filter((name) => !(wholeOf(name) in OUTCOMES))).toEqual([]);
  });
});
