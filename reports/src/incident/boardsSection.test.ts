import type { TraceEntry } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { tagsOf, visibleText } from '../../test/readHtml.js';
import { at, stuckDoseRecord } from '../../test/stuckDoseRecord.js';
import { stuckDoseSurroundings } from '../../test/surroundings.js';
import { renderIncidentReport } from '../renderIncidentReport.js';

const MACHINE = 'harbour-house-1';
const entry = (t_us: number, source: string, kind: string, payload: TraceEntry['payload']): TraceEntry => ({
  t_us,
  level: 1,
  source: `${MACHINE}/${source}`,
  kind,
  payload,
});
const dropped = entry(at(14, 0, 5), 'hinge', 'signal', {
  name: 'dropped',
  order: 4,
  cartridge: 7,
  boot: 1,
  sequence: 9,
  tick: 1,
});
const drift = (what: string, is: number, model: number, unit: string) =>
  entry(at(14, 0, 5), 'shadow', 'drift', { order: 4, cartridge: 7, what, is, model, unit });

function report(controller: string, more: readonly TraceEntry[]): string {
  const { header, entries, ...others } = stuckDoseRecord;
  const record = { ...others, header: { ...header, controllers: { [MACHINE]: controller } }, entries: [...entries, ...more] };
  return renderIncidentReport(record, null, stuckDoseSurroundings);
}

describe('the report about boards', () => {
  it('says nothing where the model stood below every hinge', () => {
    expect(report('model', [])).not.toContain('Boards, and the model beside them');
  });

  it('lists each drift with its time, cartridge, words, figure, the model’s and the envelope', () => {
    const drifts = [
      drift('late-drop', 1_400, 1_050, 'ms'),
      drift('half-turns', 1, 0, 'half turns'),
      drift('current', 700, 500, 'mA'),
    ];
    const page = report('emulated', [dropped, ...drifts]);
    const text = visibleText(page);
    expect(text).toContain('14:00:05 7 the package fell late 1400 ms 1050 at most 100 ms later');
    expect(text).toContain('it took further half turns, or fewer 1 half turn 0 as many');
    expect(text).toContain('the motor took more current 700 mA 500 at most 25 % more, 400 ms after the start');
    expect(text).toContain('1 motion of 1 (100 %) drifted.');
    expect(text).toContain('simulated machine, inert packages');
    expect(tagsOf(page).unbalanced).toEqual([]);
  });

  it('says that nothing drifted, and of how many motions', () => {
    expect(visibleText(report('emulated', [dropped]))).toContain(
      'No drift. 1 motion ended with a drop, each within the model’s envelope.',
    );
    expect(visibleText(report('emulated', []))).toContain('No drift. No motion ended with a drop, so nothing was compared.');
  });

  it('names who stood below the hinge, when it was armed, and what its wire said; what its board did not promise', () => {
    const controller = 'profile:textline@serial:/dev/ttyACM0 (armed while it runs: inert packages only)';
    const text = visibleText(
      report(controller, [
        entry(0, 'board', 'joined', { port: 'serial:/dev/ttyACM0', boot: 1, first_order: 1, armed: false }),
        entry(0, 'board', 'promise', { says: 'no order id: silence during a vend is unknown; the host never resends' }),
        entry(at(13, 0), 'board', 'armed', { is: true }),
        entry(at(13, 30), 'board', 'wire', { is: 'gone', says: 'the port has gone' }),
        entry(at(13, 40), 'board', 'leapt', { from_us: at(13, 31), by_us: 540_000_000 }),
        entry(at(14, 0), 'board', 'armed', { is: false }),
        entry(at(14, 1), 'board', 'withheld', { name: 'vend', order: 3, cartridge: 4 }),
      ]),
    );
    for (const said of [
      `Below its hinge ${controller}`,
      'Not promised by the board of harbour-house-1 no order id: silence during a vend is unknown; the host never resends',
      'At 13:00:00 motors armed: inert packages only At 13:30:00 the port has gone At 14:00:00 motors not armed any more',
      'Withheld 1 motion, since motors were not armed',
      'Leapt over 9 min of 6 h, while nothing was at work at its board',
      'fictional site, real board, inert packages',
    ])
      expect(text).toContain(said);
  });
});
