import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../format/loadScenario.js';
import { fitTickets } from '../fit/fitTickets.js';
import { readLists } from '../readLists.js';
import type { Table } from '../Table.js';
import { list, people, shifts, sites, tickets } from '../test/lists.js';
import type { Draw } from './Lot.js';
import { weekScenario } from './weekScenario.js';

/** A lot that always falls on the first, and one that goes round. */
const first: Draw = () => 0;
const round = (): Draw => {
  let turn = 0;
  return (below) => turn++ % below;
};

function scenarioOf(tables: readonly Table[], draw: Draw = first) {
  const lists = readLists(tables);
  if ('problems' in lists || lists.week === null) throw new Error(JSON.stringify(lists));
  const week = weekScenario(lists.week, fitTickets(lists.tickets), draw);
  const loaded = loadScenario(week.text, 'week.yaml');
  if ('problems' in loaded) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  const resolved = loaded.scenario.resolve(null);
  if (!resolved) throw new Error('not resolved');
  return { ...week, spec: resolved.spec };
}

const lane = (ticket: string, cartridge: string, at: string) => `${ticket}|box a|hang-up|${cartridge}||${at}|||||`;

describe('weekScenario', () => {
  it('holds none of the ids of the lists, nor the order in which they stood', () => {
    const lists = [people(), sites(), shifts(), tickets(lane('t77', '3', '2026-03-02 09:30'))];
    expect(scenarioOf(lists).text).not.toMatch(/p0\d|n7|t77|quay|box a/);
    const two = [
      people(...['q1', 'q2', 'q3', 'q4', 'q5'].map((id) => `${id}|box b|12:00-13:00|`)),
      sites('lake|box b|America/Vancouver|BC|pharmacy|08:00-20:00'),
      shifts(),
    ];
    const numbers = (draw: Draw) => scenarioOf(two, draw).spec.machines.map(({ id, site }) => [id, site]);
    expect(numbers(round())).not.toEqual(numbers(first));
  });

  it('puts people into groups of five or more, and gives the few the windows of the many', () => {
    const lists = [
      people(
        'p07|box a|20:00-21:00|10 %',
        'p08|box a|20:00-21:00|10 %',
        ...['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => `${id}|box a|12:00-13:00|`),
      ),
      sites(),
      shifts(),
    ];
    const { spec, notes } = scenarioOf(lists);
    const byWindow = (fromMin: number) => spec.people.filter(({ windows }) => windows[0]?.fromMin === fromMin).length;
    expect([byWindow(420), byWindow(720), byWindow(1200)]).toEqual([8, 5, 0]);
    expect(notes.join()).toMatch(/largest group at their machine: fewer than 5/);
  });

  it('takes the mean attendance of a group, and none where fewer than five say it', () => {
    expect(scenarioOf([people(), sites(), shifts()]).text).toMatch(/attendance: 80 %/);
    const few = list(
      'people',
      'person|machine|windows|attendance',
      'p1|box a|07:00-11:00|20 %',
      ...['p2', 'p3', 'p4', 'p5'].map((id) => `${id}|box a|07:00-11:00|`),
    );
    expect(scenarioOf([few, sites(), shifts()]).text).not.toMatch(/attendance/);
  });

  it('makes hours of shifts, cut at midnight, joined where they meet, in the zone of who works', () => {
    const { text, spec } = scenarioOf([
      people(),
      sites(),
      shifts(
        'k1|site-staff|2026-03-02 19:00|2026-03-03 07:00|yes|quay|||2',
        'k2|site-staff|2026-03-03 07:00|2026-03-03 12:00|no|quay|||',
        'd1|desk|2026-03-02 08:30|2026-03-02 16:30|no||America/Halifax||1',
      ),
    ]);
    expect(text).toMatch(/staff: { mon: \[19:00-24:00\], tue: \[00:00-12:00\], holidays: as-usual }/);
    expect(spec.contacts.map(({ role, zone, hasKey, remote }) => [role, zone, hasKey, remote])).toEqual([
      ['desk', 'America/Halifax', false, 'by-chance'],
      ['site-staff', 'America/Vancouver', true, 'none'],
      ['nurse', 'America/Vancouver', true, 'none'],
    ]);
    expect(spec.sites[0]?.chain).toEqual(['desk', 'site-staff', 'nurse']);
  });

  it('makes faults of the tickets of the week, the same new cartridge for the same old one, and of no others', () => {
    const log = tickets(
      lane('t1', '40', '2026-03-01 23:59'),
      lane('t2', '40', '2026-03-02 09:30'),
      lane('t3', '41', '2026-03-03 09:30'),
      lane('t4', '40', '2026-03-08 23:59'),
      // Seven days after the start: on the 8th the clocks went forward by an hour.
      lane('t5', '40', '2026-03-09 01:00'),
      't6|box a|other|||2026-03-04 09:30|||||',
      't7|box a|power-cut||2026-03-05 09:30|2026-03-05 09:30||||2026-03-05 10:15|',
    );
    const { spec, notes } = scenarioOf([people(), sites(), shifts(), log]);
    const mechanism = spec.faults.filter(({ kind }) => kind === 'mechanism');
    const lanes = mechanism.map((fault) => ('cartridge' in fault ? fault.cartridge : 0));
    expect(lanes).toHaveLength(3);
    expect(lanes[0]).toBe(lanes[2]);
    expect(lanes[1]).not.toBe(lanes[0]);
    expect(Math.max(...lanes)).toBeLessThanOrEqual(6);
    expect(spec.faults.some(({ kind }) => kind === 'power')).toBe(true);
    expect(notes.join()).toMatch(/no scenario can bring about: fewer than 5/);
  });

  it('sets what the log gives, and says where staff were assumed', () => {
    const log = Array.from(
      { length: 30 },
      (_, i) =>
        `t${i}|box a|other||2026-01-${String(i + 1).padStart(2, '0')} 09:00|2026-01-${String(i + 1).padStart(2, '0')} 09:${String(10 + i)}|||||`,
    );
    const { text, notes } = scenarioOf([people(), sites(), shifts(), tickets(...log)]);
    expect(text).toMatch(/staffNoticeMeanMin: 24.5 min # \d/);
    expect(notes.join()).toMatch(/staff are there whenever it is open, at 1 site/);
  });
});
