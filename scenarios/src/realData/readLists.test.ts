import { describe, expect, it } from 'vitest';
import { dataProblemInWords } from './DataProblem.js';
import { readLists } from './readLists.js';
import type { Table } from './Table.js';
import { list, people, SHIFT_HEADER, shifts, sites, TICKET_HEADER, tickets } from './test/lists.js';

function told(...tables: Table[]): string[] {
  const lists = readLists(tables);
  return 'problems' in lists ? lists.problems.map(dataProblemInWords) : [];
}

const TICKET =
  't1|box a|hang-up|3|2026-03-02 09:00|2026-03-02 09:30|2026-03-02 09:40|2026-03-02 09:45|2026-03-02 10:00|2026-03-02 10:20|by-hand';

describe('readLists', () => {
  it('reads a week, which begins at midnight before the first shift', () => {
    const lists = readLists([people(), sites(), shifts('n7|nurse|2026-03-08 20:00|2026-03-09 04:00|yes||||'), tickets(TICKET)]);
    if ('problems' in lists || lists.week === null) throw new Error('no week');
    expect(lists.week.start).toMatchObject({ year: 2026, month: 3, day: 2, hour: 0, minute: 0 });
    expect(lists.week.people).toHaveLength(6);
    expect(lists.week.people[0]).toEqual({ machine: 'box a', windows: [{ fromMin: 420, toMin: 660 }], attendance: 0.8 });
    expect(lists.tickets[0]).toMatchObject({ cause: 'hang-up', cartridge: 3, how: 'by-hand' });
  });

  it('keeps no id of a person or a ticket', () => {
    const lists = readLists([people(), sites(), shifts(), tickets(TICKET)]);
    expect(JSON.stringify(lists)).not.toMatch(/p0\d|t1/);
  });

  it('reads a log of tickets alone', () => {
    expect(readLists([tickets(TICKET)])).toMatchObject({ week: null, tickets: [{ machine: 'box a' }] });
  });

  it('counts a delay over a clock change by the zone of the site', () => {
    const late = 't2|box a|other||2026-03-08 01:00|2026-03-08 04:00|||||';
    const read = readLists([
      people(),
      list('sites', 'site|machine|zone|province|setting|hours', 'quay|box a|America/Toronto|ON|housing|always'),
      shifts(),
      tickets(late),
    ]);
    if ('problems' in read) throw new Error(read.problems.map(dataProblemInWords).join());
    const { began = 0, noticed = 0 } = read.tickets[0]?.at_us ?? {};
    expect((noticed - began) / 3_600_000_000).toBe(2);
  });

  it('takes serial numbers of a spreadsheet for dates', () => {
    const read = readLists([tickets('t1|box a|other||46083.354166667|46083,375||||')]);
    if ('problems' in read) throw new Error(read.problems.map(dataProblemInWords).join());
    expect(read.tickets[0]?.times.began).toMatchObject({ year: 2026, month: 3, day: 2, hour: 8, minute: 30, second: 0 });
    expect(read.tickets[0]?.times.noticed).toMatchObject({ hour: 9, minute: 0 });
  });

  it.each([
    ['hangup', /row 2, column C \(cause\): 'hangup' is no cause; did you mean hang-up\?/],
    ['', /row 2, column C \(cause\): is empty; write a cause/],
  ])('tells where a cause %j is wrong, and what was meant', (cause, message) => {
    expect(told(tickets(`t1|box a|${cause}|||2026-03-02 09:30|||||`))).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['02/03/2026 09:30', /may have the day first or the month; write the year first/],
    ['2026-03-02', /has no time of day/],
    ['2026-13-02 09:30', /there is no month 13/],
    ['soon', /'soon' is no date and time/],
    ['12', /this number is no day of a spreadsheet/],
    ['30804', /^(?!.*30804).*this number is no day/],
    ['2 May 1984', /^(?!.*1984).*looks like a date/],
    ['02/05/1984', /^(?!.*1984).*looks like a date of birth/],
    ['02/05/84 10:00', /^(?!.*84).*looks like a date of birth/],
    ['09:30', /has no date/],
  ])('tells what is wrong with the time %s', (time, message) => {
    expect(told(tickets(`t1|box a|other|||${time}|||||`))).toEqual([expect.stringMatching(message)]);
  });

  it('refuses times that go backwards, by the column of the later one', () => {
    const lines = told(tickets('t1|box a|other||2026-03-02 10:00|2026-03-02 09:30|||||'));
    expect(lines).toEqual([expect.stringMatching(/column F \(noticed\): '2026-03-02T09:30' is before `began`/)]);
  });

  it('refuses a time that the clocks of the site leapt over', () => {
    const lists = [
      people(),
      list('sites', 'site|machine|zone|province|setting|hours', 'quay|box a|America/Toronto|ON|housing|always'),
      shifts(),
    ];
    expect(told(...lists, tickets('t1|box a|other|||2026-03-08 02:30|||||'))).toEqual([
      expect.stringMatching(/does not exist in America\/Toronto/),
    ]);
  });

  it.each([
    ['Ada Lovelace', 'the name of a person'],
    ['Ada', 'the name of a person'],
    ['9876543210', 'a health number'],
    ['1984-05-02', 'a date, perhaps of birth'],
  ])('refuses a person called %s, and does not show it', (id, looks) => {
    const lines = told(people(`${id}|box a|07:00-11:00|`), sites(), shifts());
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(`row 8, column A (person): this looks like ${looks}`);
    expect(lines[0]).not.toContain(id);
  });

  it.each(['1984-05-02 00:00', '1984-05-02', '1984-05-02T07:15:00'])(
    'refuses a date of birth in a column of times: %s',
    (time) => {
      const [line = ''] = told(tickets(`t1|box a|other|||${time}|||||`));
      expect(line).toMatch(/looks like a date of birth/);
      expect(line).not.toContain('1984');
    },
  );

  it('shows nothing of a name wherever it stands', () => {
    const named = 'Ada Lovelace';
    const everywhere = [
      told(tickets(`t1|box a|${named}|||2026-03-02 09:30|||||`)),
      told(tickets(`t1|box a|other|||${named}|||||`)),
      told(people(), sites(), shifts(`n8|${named}|2026-03-02 08:30|2026-03-02 16:30|||||`)),
      told(people(`p09|${named}|07:00-11:00|`), sites(), shifts()),
      told(people(), sites(), list('shifts', `${SHIFT_HEADER}|${named}`, 'n7|nurse|2026-03-02 08:30|2026-03-02 16:30|yes|||||x')),
    ];
    for (const lines of everywhere) {
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.join()).not.toContain('Ada');
    }
  });

  it('refuses columns of names, births and health numbers, and any that it does not know', () => {
    const [name, birth, other] = told(
      list('tickets', `${TICKET_HEADER}|Last Name|DOB|clered`, 't1|box a|other|||2026-03-02 09:30||||||||'),
    );
    expect(name).toMatch(/column L: a column of this name may hold names/);
    expect(birth).toMatch(/column M: a column of this name may hold dates of birth/);
    expect(other).toMatch(/'clered' is no column of tickets; did you mean cleared\?/);
  });

  it('finds a header in capital letters with underscores, below an empty row, and passes over empty rows', () => {
    const log = list(
      'tickets',
      '||',
      'TICKET|Machine|CAUSE|Set_Off|Noticed',
      '',
      't1|box a|other|2026-03-02 09:40|2026-03-02 09:30',
      '||||',
    );
    expect(readLists([log])).toMatchObject({ tickets: [{ cause: 'other' }] });
  });

  it('says that a line of text above the header must go, and that a list is empty', () => {
    expect(told(list('tickets', 'Our tickets', TICKET_HEADER))[0]).toMatch(/row 1: is not the header/);
    expect(told(list('tickets', ''))[0]).toMatch(/tickets.csv: is empty/);
    expect(told(list('tickets', TICKET_HEADER))[0]).toMatch(/has a header and no row below it/);
  });

  it('tells of text beside the list', () => {
    expect(told(list('tickets', 'ticket|machine|cause|noticed|', 't1|box a|other|2026-03-02 09:30|', '||||see over'))[0]).toMatch(
      /column E: has no heading, and something stands in it in row 3/,
    );
  });

  it('refuses a row that is there twice, a missing column, a list that is missing or there twice', () => {
    expect(told(people('P01|box a|07:00-11:00|'), sites(), shifts())[0]).toMatch(/row 8.*'p01' is in a row above already/);
    expect(told(list('tickets', 'ticket|machine|cause', 't1|box a|other'))[0]).toMatch(/the column noticed is missing/);
    expect(told(people(), sites())[0]).toMatch(/comes without shifts/);
    expect(told(tickets(TICKET), tickets(TICKET))[0]).toMatch(/is tickets again/);
  });

  it('refuses a machine that sites does not have, with the near one', () => {
    expect(told(people('p09|box b|07:00-11:00|'), sites(), shifts())[0]).toMatch(
      /row 8, column B \(machine\): 'box b' is no machine of sites; did you mean box a\?/,
    );
  });

  it('does not repeat of every person what is wrong with sites', () => {
    const lines = told(
      people(),
      list('sites', 'site|machine|zone|province|setting|hours', 'quay|box a|America/Vancuver|BC|housing|always'),
      shifts(),
    );
    expect(lines).toEqual([expect.stringMatching(/did you mean America\/Vancouver\?/)]);
  });

  it('refuses a machine with fewer than five people, and does not say how many', () => {
    const two = sites('lake|box b|America/Vancouver|BC|housing|always');
    const [line] = told(people('p08|box b|07:00-11:00|', 'p09|box b|07:00-11:00|'), two, shifts());
    expect(line).toMatch(/has fewer than 5 people at box b/);
  });

  it.each([
    ['n8|nurse|2026-03-02 16:30|2026-03-02 08:30|||||', /column D \(end\).*is not after the start/],
    ['n8|nurse|2026-03-02 08:30|2026-03-04 08:30|||||', /48 hours after the start; a shift has at most 24/],
    ['n8|nurse|2026-03-09 08:30|2026-03-09 16:30|||||', /a week or more after the first shift/],
    ['n7|desk|2026-03-03 08:30|2026-03-03 16:30|yes||||', /column B \(role\): 'desk' is not what a row above says/],
    ['n8|site-staff|2026-03-02 08:30|2026-03-02 16:30|||||', /column F \(site\): is empty, and staff of a site belong to one/],
    ['n8|desk|2026-03-02 08:30|2026-03-02 16:30|no||America/Halifx||', /did you mean America\/Halifax\?/],
    ['n8|nurse|2026-03-02 08:30|2026-03-02 16:30|perhaps||||', /'perhaps' is neither yes nor no/],
  ])('tells what is wrong with the shift %s', (line, message) => {
    expect(told(people(), sites(), shifts(line))).toEqual([expect.stringMatching(message)]);
  });

  it('tells at most twenty things, and how many more there are', () => {
    const wrong = Array.from({ length: 33 }, (_, i) => `t${i}|box a|nothing|||2026-03-02 09:30|||||`);
    const lists = readLists([tickets(...wrong)]);
    expect(lists).toMatchObject({ more: 13 });
  });
});
