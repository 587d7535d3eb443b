import { describe, expect, it } from 'vitest';
import { formatProblems } from './formatProblems.js';
import { loadScenario } from './loadScenario.js';
import { A_SCENARIO, broken } from './test/aScenario.js';
import { headsOf } from './test/headsOf.js';

describe('a scenario file', () => {
  it('that is whole loads', () => {
    expect(headsOf(A_SCENARIO)).toEqual([]);
  });

  // What was broken, the piece, what stands there instead, and what is said: each line in full, with its place.
  it.each([
    [
      'a zone misspelt',
      'America/Vancouver',
      'America/Vancuver',
      "8:11  sites.lobby.zone: 'America/Vancuver' is no time zone; did you mean America/Vancouver?",
    ],
    [
      'a zone by its city',
      'America/Vancouver',
      'Vancouver',
      "8:11  sites.lobby.zone: 'Vancouver' is no time zone; did you mean America/Vancouver?",
    ],
    [
      'a zone that is near none',
      'America/Vancouver',
      'Here',
      "8:11  sites.lobby.zone: 'Here' is no time zone; write an IANA zone such as America/Vancouver",
    ],
    [
      'more packages than a cartridge holds',
      'parameters:\n',
      'parameters:\n  mechanism: { lanePackages: 5 }\n',
      "14:3  machines.lobby-1: 'lobby-1' holds 14 packages in a cartridge, and mechanism.lanePackages lets one hold 5; write loaded: 5, or fewer",
    ],
    [
      'a site by a name of the trace itself',
      '  lobby:\n',
      '  faults:\n',
      "7:3  sites.faults: 'faults' stands for what a scenario brings about in the trace; choose another name",
    ],
    ['a key misspelt', 'length:', 'lenght:', "4:1  lenght: 'lenght' is no key here; did you mean length?"],
    ['a key left out', 'length: 6 h\n', '', "1:1  'length' is missing here. How long it lasts: 6 h, 1 d, 90 min."],
    [
      'a key left out further in',
      '    site: lobby\n',
      '    cartridges: 3\n',
      "14:3  machines.lobby-1: 'site' is missing here. The site where it stands.",
    ],
    [
      'nothing after a colon',
      'length: 6 h',
      'length:',
      "4:8  length: nothing stands after 'length:'. How long it lasts: 6 h, 1 d, 90 min.",
    ],
    [
      'a unit by another name',
      '6 h',
      '6 hours',
      "4:9  length: '6 hours' has the unit 'hours', which is not known; did you mean h?",
    ],
    [
      'a unit of another kind',
      '6 h',
      '6 km',
      "4:9  length: '6 km' is a length, and here stands a length of time; write it such as 6 h, 90 min, 1 h 30 min, 20 s or 250 ms",
    ],
    ['no unit', '6 h', '6', '4:9  length: 6 has no unit; write a length of time such as 6 h, 90 min, 1 h 30 min, 20 s or 250 ms'],
    ['a decimal comma', '6 h', '1,5 h', "4:9  length: '1,5 h' has a comma; write a decimal point, such as 1.5 h"],
    [
      'units out of order',
      '6 h',
      '30 min 1 h',
      "4:9  length: '30 min 1 h' names its units out of order; write the larger first and each once, such as 1 h 30 min",
    ],
    ['no length at all', '6 h', '0 h', "4:9  length: '0 h' is no time at all; write more than 0, such as 20 s"],
    [
      'an hour that no day has',
      'comes: 14:07',
      'comes: 25:00',
      "21:12  people.P19.comes: '25:00' is not a time of day: a day has 24 hours, 00:00 to 24:00",
    ],
    [
      'a 12-hour clock',
      'comes: 14:07',
      'comes: 2:07pm',
      "21:12  people.P19.comes: '2:07pm' is a time of a 12-hour clock; write 14:07",
    ],
    [
      'a time without its colon',
      'comes: 14:07',
      'comes: 1407',
      '21:12  people.P19.comes: 1407 is a number, not a time of day; write it with a colon, such as 14:07',
    ],
    [
      'a day that no year has',
      '2021-09-14T12:00',
      '2021-02-30T12:00',
      "3:8  start: '2021-02-30T12:00' does not exist: February 2021 has 28 days",
    ],
    [
      'a date without a time',
      '2021-09-14T12:00',
      '2021-09-14',
      "3:8  start: '2021-09-14' has no time of day; write it too, such as 2021-09-14T12:00",
    ],
    [
      'an offset',
      'T12:00',
      'T12:00Z',
      "3:8  start: '2021-09-14T12:00Z' has an offset from UTC; write the local time without it, and the place as `zone: America/Vancouver`",
    ],
    [
      'a time that no clock shows',
      '2021-09-14T12:00',
      '2021-03-14T02:30',
      "3:8  start: '2021-03-14T02:30' does not exist in America/Vancouver: the clocks go forward over it on that day; write a time before or after the change",
    ],
    [
      'a window of no length',
      '13:00-17:00',
      '13:00-13:00',
      "20:14  people.P19.windows: '13:00-13:00' begins and ends at 13:00, so it has no length; for the whole day write 00:00-24:00",
    ],
    [
      'windows that overlap',
      '[12:00-18:00]',
      '[12:00-18:00, 17:00-19:00]',
      '25:14  people.residents.windows: these windows overlap, so that one dose would belong to two; let each begin after the last has ended',
    ],
    [
      'a fault after the end',
      'at: 14:05',
      'at: 11:00',
      "37:9  faults[0].at: '2021-09-15T11:00' is after the end, 2021-09-14T18:00 there (a time of day is the next after the start); write an earlier time, or a longer length",
    ],
    [
      'a fault before the start',
      'at: 14:05',
      'at: 2021-09-14T11:00',
      "37:9  faults[0].at: '2021-09-14T11:00' is before the start, 2021-09-14T12:00 there",
    ],
    ['a province', 'BC', 'BQ', "9:15  sites.lobby.province: 'BQ' is no province; did you mean BC?"],
    [
      'a figure out of its range',
      '45 s',
      '5 h',
      "35:20  parameters.link.lossNoticedMs: '5 h' (18000000 ms) is out of range: silence after which the link counts as lost may be 1000 to 3600000 ms",
    ],
    [
      'a figure that does not exist',
      'lossNoticedMs',
      'lossNoticeMs',
      "35:5  parameters.link.lossNoticeMs: 'lossNoticeMs' is no key here; did you mean lossNoticedMs?",
    ],
    [
      'a figure without its block',
      '  link:\n    lossNoticedMs',
      '  lossNoticedMs',
      "34:3  parameters.lossNoticedMs: 'lossNoticedMs' belongs one level deeper, under 'link:'",
    ],
    [
      'a machine that does not exist',
      'machine: lobby-1\n    cartridge',
      'machine: loby-1\n    cartridge',
      "18:14  people.P19.machine: 'loby-1' is no machine; did you mean lobby-1?",
    ],
    [
      'a contact that does not exist',
      '[nurse]',
      '[nurs]',
      "12:13  sites.lobby.chain[0]: 'nurs' is no contact; did you mean nurse?",
    ],
    ['a cause that does not exist', 'hang-up', 'hangup', "40:12  faults[0].cause: 'hangup' is no cause; did you mean hang-up?"],
    [
      'a cartridge that no machine has',
      'cartridge: 19\n    windows',
      'cartridge: 49\n    windows',
      '19:16  people.P19.cartridge: 49 is not a cartridge; write a whole number from 1 to 48',
    ],
    [
      'text where a list belongs',
      'chain: [nurse]',
      'chain: nurse',
      "12:12  sites.lobby.chain: here stands 'nurse'; expected is a list, such as [a, b]. Contacts who are asked, in this order, when the machine needs a person.",
    ],
    [
      'a list where a block belongs',
      'people:\n',
      'people: []\nx:\n',
      '16:9  people: here stands a list; expected is a block of keys, each with a colon. Who comes: one person under a pseudonym (P19), or a group under a name, with a count.',
    ],
    [
      'no number where a list belongs',
      'chain: [nurse]',
      'chain: .nan',
      '12:12  sites.lobby.chain: here stands .nan; expected is a list, such as [a, b]. Contacts who are asked, in this order, when the machine needs a person.',
    ],
    [
      'a list too short',
      '[5 min, 11 min, 20 min]',
      '[5 min, 11 min]',
      '32:13  contacts.nurse.travel: here stands a list of 2; expected are 3 values. Least, likely and most time from setting off to the machine: [5 min, 11 min, 20 min]. Left out: never travels.',
    ],
    [
      'travel that does not rise',
      '11 min',
      '31 min',
      '32:13  contacts.nurse.travel: this does not rise; write the least, the likely and the most time, in this order',
    ],
    [
      'a share above the whole',
      '95 %',
      '95',
      '44:68  expectations[2].target.at-least: 95 is not between 0 % and 100 %; did you mean 95 %?',
    ],
    [
      "a person's name",
      'P19:',
      'Jane Doe:',
      "17:3  people.Jane Doe: 'Jane Doe' cannot stand here; one person is under a pseudonym of a capital letter and two digits, such as P19 (never a real name), and a group under a word in small letters, such as residents",
    ],
    [
      'more people than cartridges',
      'count: 3',
      'count: 48',
      "22:3  people.residents: 'residents' has more people than lobby-1 has cartridges (48); each person needs one: count fewer, or add a machine",
    ],
    [
      'a group of nobody knows how many',
      'count: 3\n',
      'attendance: 85 %\n',
      "22:3  people.residents: 'residents' is a group, and says not how many: add count: 29",
    ],
    [
      'an event that does not exist',
      'see: door-opened',
      'see: door-open',
      "43:57  expectations[1].shows.see: 'door-open' is no event; did you mean door-opened?",
    ],
    [
      'somebody who does not exist',
      'key-holder',
      'keyholder',
      "43:74  expectations[1].shows.by: 'keyholder' is no contact or role; did you mean key-holder?",
    ],
    [
      'two expectations in one',
      'order-begins-twice\n',
      'order-begins-twice\n    target: { of: came, see: dose-given, within: 10 min, at-least: 95 % }\n',
      '42:5  expectations[0]: this expectation says never and target at once; give each an item of its own',
    ],
    [
      'a fault that says twice when',
      'at: 14:05',
      'chance: 20 %\n    at: 14:05',
      '37:5  faults[0]: this fault says when in 2 ways (at, chance); keep one',
    ],
    ['neither yes nor no', 'key: yes', 'key: maybe', "29:10  contacts.nurse.key: 'maybe' is neither yes nor no"],
    [
      'an override by one',
      'chain: [nurse]',
      'chain: [nurse]\n    override-by: [staff]',
      '13:18  sites.lobby.override-by: override-by names one only; two different ones must sign: add another, such as [staff, nurse]',
    ],
    [
      'a day named twice',
      'daily: 09:00-21:00',
      'mon-fri: 09:00-21:00, tue: closed',
      "11:41  sites.lobby.hours.tue: 'tue' names tue, which mon-fri names too; write each day once",
    ],
    [
      'no word on holidays',
      ', holidays: closed',
      '',
      "11:5  sites.lobby.hours: 'holidays' is missing here. Hours on public holidays of the province: `closed`, `as-usual` (like any other day), `open` all day, or hours of their own.",
    ],
    [
      'a variant that changes a key misspelt',
      'chain: []',
      'chian: []',
      "49:25  variants.no-nurse.change.sites.lobby.chian: 'chian' is no key here; did you mean chain?",
    ],
    [
      'a variant that names nobody',
      'chain: []',
      'chain: [desk]',
      "49:33  variants.no-nurse.change.sites.lobby.chain[0]: 'desk' is no contact; this file has no contact",
    ],
  ])('with %s says so', (_, piece, by, head) => {
    expect(headsOf(broken(piece, by))[0]).toBe(head);
  });

  it('with a number in a row of the study that does not exist names the nearest', () => {
    expect(headsOf(broken('seed: 7', 'seed: 7\nstudy: [S5, s4, S99]'))).toEqual([
      "6:13  study[1]: 's4' is no row of the study; did you mean S4?",
      "6:17  study[2]: 'S99' is no row of the study; did you mean S9?",
    ]);
  });

  it('with several faults tells all of them, in the order of the file', () => {
    const text = broken('6 h', '6 km')
      .replace('zone: America', 'zone: Amerika')
      .replace('cause: hang-up', 'cause: hang')
      .replace('machine: lobby-1\n    windows', 'machine: loby-1\n    windows');
    expect(headsOf(text).map((head) => head.split(' ')[0])).toEqual(['4:9', '8:11', '24:14', '40:12']);
  });

  it('with more than twenty faults tells twenty and counts the others', () => {
    const keys = Array.from({ length: 45 }, (_, i) => `zz${i}: 1\n`).join('');
    const loaded = loadScenario(A_SCENARIO + keys, 'x.yaml');
    expect(loaded).toMatchObject({ more: 25 });
    expect('problems' in loaded && loaded.problems).toHaveLength(20);
    expect('problems' in loaded && formatProblems(loaded)).toMatch(/\n\n…and 25 more$/);
  });

  it('tells a fault once, though every variant has it too', () => {
    expect(headsOf(broken('province: BC', 'province: XX'))).toHaveLength(1);
  });

  it('gives a problem as data too', () => {
    const loaded = loadScenario(broken('America/Vancouver', 'America/Vancuver'), 'x.yaml');
    expect('problems' in loaded && loaded.problems[0]).toEqual({
      file: 'x.yaml',
      line: 8,
      column: 11,
      width: 16,
      path: 'sites.lobby.zone',
      message: "'America/Vancuver' is no time zone; did you mean America/Vancouver?",
      found: "'America/Vancuver'",
      expected: 'an IANA time zone',
      nearest: 'America/Vancouver',
      source: '    zone: America/Vancuver',
      caret: 10,
    });
  });

  it('shows the line and a caret under what is meant', () => {
    const loaded = loadScenario(broken('America/Vancouver', 'America/Vancuver'), 'x.yaml');
    expect('problems' in loaded && formatProblems(loaded).split('\n').slice(1)).toEqual([
      '  8 |     zone: America/Vancuver',
      '                ^^^^^^^^^^^^^^^^',
    ]);
  });
});

describe('files that once broke the loader', () => {
  it('has faults where machines belong, and machines where faults belong', () => {
    const swapped = A_SCENARIO.replace('machines:', 'x:').replace('faults:', 'machines:').replace('x:', 'faults:');
    expect(headsOf(swapped).map((head) => head.split('. ')[0])).toEqual([
      '14:3  faults: here stands a block of keys; expected is a list, such as [a, b]',
      "18:14  people.P19.machine: 'lobby-1' is no machine; this file has no machine",
      "24:14  people.residents.machine: 'lobby-1' is no machine; this file has no machine",
      '37:3  machines: here stands a list; expected is a block of keys, each with a colon',
      "43:30  expectations[1].shows.at: 'lobby-1' is no machine or site; did you mean lobby?",
    ]);
  });
});
