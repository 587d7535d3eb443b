import { describe, expect, it } from 'vitest';
import { hostile } from '../test/hostile.js';
import { tagsOf, visibleText } from '../test/readHtml.js';
import { at, stuckDoseRecord } from '../test/stuckDoseRecord.js';
import { stuckDoseSurroundings } from '../test/surroundings.js';
import { readReportFonts } from './node/readReportFonts.js';
import { renderIncidentReport } from './renderIncidentReport.js';

const report = (record = stuckDoseRecord, surroundings = stuckDoseSurroundings) =>
  renderIncidentReport(record, null, surroundings);
const text = visibleText(report());

describe('renderIncidentReport', () => {
  it('says what was asked: scenario, site, date, zone and seed', () => {
    for (const said of [
      'Stuck dose, no key',
      'harbour-house',
      'Tuesday 14 September 2021',
      'America/Vancouver',
      'seed 41207',
      'Two reports of the study',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('tells of a part that was needed, of the ticket that waits for it, and of its coming', () => {
    const said = (kind: string, t_us: number, payload: Readonly<Record<string, string | number>>) =>
      ({ t_us, level: 3, source: 'harbour-house-1/ticket', kind, payload }) as const;
    const entries = [
      ...stuckDoseRecord.entries,
      said('part-ordered', at(17, 0), { cartridge: 19, comes_us: at(17, 30) }),
      said('state', at(17, 5), { is: 'open.partOnOrder', on: 'PARTS_AWAITED' }),
      said('part-came', at(17, 30), { cartridge: 19 }),
    ];
    const told = visibleText(report({ ...stuckDoseRecord, entries }));
    for (const sentence of [
      'The cartridge needed a part, which came at 17:30.',
      'Cartridge 19 needs a part, which was ordered; it stays locked until the part has come (17:30).',
      'The ticket waits for a part on order.',
      'The part for cartridge 19 arrived.',
    ]) {
      expect(told).toContain(sentence);
      expect(text).not.toContain(sentence);
    }
  });

  it('opens with the time from jam to cleared, and tells the story in sentences made from the entries', () => {
    expect(text).toContain('2 h 51 min from jam to cleared');
    expect(text).toContain(
      'At 14:07:21 a package hung on its coil, in cartridge 19, after three further half turns. The drop beam was never broken. Recovery did not bring it down.',
    );
    expect(text).toContain(
      'The pharmacy, the nurse and the desk were asked, and by 14:15 it was clear that nobody could come at once. The nurse arrived at 16:41 and opened the door at 16:52.',
    );
  });

  it('speaks of doses when nothing jammed', () => {
    const { measures } = stuckDoseRecord.end;
    const quiet = {
      ...measures,
      jams: [],
      calls: [],
      nobodyCouldHelp: [],
      doses: { ...measures.doses, served: 27, leftWithout: 0, leftWithoutBy: [] },
    };
    const said = visibleText(report({ ...stuckDoseRecord, end: { ...stuckDoseRecord.end, measures: quiet } }));
    expect(said).toContain('27 doses served, of 30 that fell due. Nothing jammed.');
    expect(said).toContain('For three of them nobody came, which is no failure and nobody’s fault.');
    expect(said).not.toContain('Who was asked');
  });

  it('says that a jam was not cleared, and counts to the end of the run', () => {
    const { measures } = stuckDoseRecord.end;
    const jam = {
      ...measures.jams[0]!,
      doorOpened_us: null,
      doorOpenedBy: null,
      cleared_us: null,
      clearedHow: null,
      toOpenMs: null,
      toClearMs: null,
    };
    const said = visibleText(
      report({ ...stuckDoseRecord, end: { ...stuckDoseRecord.end, measures: { ...measures, jams: [jam] } } }),
    );
    expect(said).toContain('3 h 53 min from the jam to the end of the run: not cleared by then.');
    expect(said).toContain('The cartridge was not cleared before the run ended.');
  });

  it('draws one square for every dose that fell due, by what became of it', () => {
    const squares = /<svg class="squares".*?<\/svg>/s.exec(report())?.[0] ?? '';
    const count = (name: string) => squares.split(`class="${name}"`).length - 1;
    expect([count('served'), count('not-come'), count('without')]).toEqual([26, 3, 1]);
  });

  it('of a site’s own lists shows no count of people, visits or doses from one to four, and draws none of them', () => {
    const { scenario } = stuckDoseSurroundings;
    const own = { ...stuckDoseSurroundings, scenario: scenario && { ...scenario, isImported: true } };
    const imported = renderIncidentReport(stuckDoseRecord, null, own);
    const { leftWithout } = stuckDoseRecord.end?.measures.doses ?? { leftWithout: 0 };
    expect(leftWithout).toBeGreaterThan(0);
    expect(leftWithout).toBeLessThan(5);
    expect(visibleText(imported)).toContain('fewer than 5 left without');
    expect(visibleText(imported)).not.toContain(`${leftWithout} left without`);
    expect(imported).not.toContain('class="squares"');
    expect(renderIncidentReport(stuckDoseRecord, null, stuckDoseSurroundings)).toContain('class="squares"');
  });

  it('gives each expectation its verdict and the entries that show it, in words', () => {
    expect(text).toContain('Entry 20, 16:52:00: The nurse opened the door with a key.');
    expect(text).toMatch(/the desk is closed failed/);
    expect(text).toMatch(/had their dose within 10 min met/);
  });

  it('names who was asked, what they answered and what their calendar had', () => {
    expect(text).toContain('On outreach, free at 16:30. Has a key. Closed since 12:30, outreach. On site at 16:41.');
    expect(text).toContain('Closed, opens Wed 04:30. Has no key.');
    expect(text).toContain('From 14:15 nobody who was asked was free to help, for 2 h 15 min.');
  });

  it('draws a lane for what stuck, who waited, who was asked and the door, and a bar for what was expected', () => {
    const drawing = visibleText(/<svg class="drawing wide".*?<\/svg>/s.exec(report())?.[0] ?? '');
    for (const lane of [
      'Cartridge 19',
      'P19',
      'Pharmacy',
      'Nurse',
      'Desk, Halifax',
      'Door',
      'hung up, 2 h 51 min',
      'expected within 3 h',
    ])
      expect(drawing).toContain(lane);
  });

  it('gives the time in each state of what jammed, in words', () => {
    expect(text).toContain('harbour-house-1/cartridge-19 home');
    expect(text).toContain('moving: coil half turn turning, current normal 4.2 s 3×');
  });

  it('says that a record was altered', () => {
    expect(text).not.toContain('altered');
    expect(visibleText(report({ ...stuckDoseRecord, altered: [1411] }))).toContain(
      'altered after it was written: 1 line, the first at entry 1 411.',
    );
  });

  it('prints the study’s limits, what was assumed and what the bench is not for', () => {
    expect(text).toContain(
      'Most sites were not yet open. The people interviewed worked with the programme. People who use drugs were not interviewed. It gives no counts',
    );
    expect(text).toContain('The bench is for inert packages, is no medical device, and is never for watching people');
    expect(text).toContain('silence after which the link counts as lost link.lossNoticedMs 60 000 ms');
  });

  it('carries its provenance', () => {
    for (const said of [
      '2026f',
      stuckDoseRecord.end.digest,
      stuckDoseRecord.end.controllerDigest,
      'dosetwin-record 1',
      'support.remoteFixShare = 0.35',
    ])
      expect(text).toContain(said);
  });

  it('needs nothing else: no script, and no address but those inside it', () => {
    const page = renderIncidentReport(stuckDoseRecord, readReportFonts(), stuckDoseSurroundings);
    expect(page).not.toMatch(/<script|<link|<iframe|<img|@import|https?:|src="/);
    expect(page.match(/url\(data:font\/woff2;base64,/g)).toHaveLength(4);
    expect(page.length).toBeLessThan(600_000);
  });

  it('refuses typefaces that are not base64', () => {
    const fonts = { ...readReportFonts(), mono: ')}</style><script>' };
    expect(() => renderIncidentReport(stuckDoseRecord, fonts, stuckDoseSurroundings)).toThrow(/Report Mono is not base64/);
  });

  it('says of an unfinished record that it is unfinished, and tells what there is', () => {
    const said = visibleText(report({ ...stuckDoseRecord, entries: stuckDoseRecord.entries.slice(0, 12), end: null } as never));
    expect(said).toContain('This record is unfinished');
    expect(said).toContain('The pharmacy answered: busy until 18:00.');
    expect(said).toContain('Digest none: the record is unfinished');
    expect(said).toContain('nothing was judged');
  });

  it('balances every tag', () => {
    expect(tagsOf(report()).unbalanced).toEqual([]);
    expect(tagsOf(report({ ...stuckDoseRecord, end: null } as never)).unbalanced).toEqual([]);
  });

  it('lets nothing in a record become markup, whatever field it stands in', () => {
    const page = renderIncidentReport(hostile(stuckDoseRecord), null, {
      ...stuckDoseSurroundings,
      scenario: hostile(stuckDoseSurroundings.scenario),
    });
    const { names, unbalanced, handlers } = tagsOf(page);
    expect(unbalanced).toEqual([]);
    expect(names).not.toContain('script');
    expect(names).not.toContain('img');
    expect(handlers).toEqual([]);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('is the same for the same record', () => {
    expect(report()).toBe(report());
  });
});
