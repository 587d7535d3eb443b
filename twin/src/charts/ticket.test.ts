import { describe, expect, it } from 'vitest';
import { ChartBench } from '../engine/test/ChartBench.js';
import { ticketDefinition } from './ticket.chart.js';

const reported = () => new ChartBench(ticketDefinition).send('JAMMED', 'NOTICED');
const HALF_HOUR_MS = 1_800_000;

describe('the ticket', () => {
  it('[J1] opens with a jam, is reported when somebody notices it, and closes when all is clear', () => {
    const bench = new ChartBench(ticketDefinition).send('JAMMED');
    expect(bench.is).toBe('open.unnoticed');
    expect([bench.send('NOTICED').is, bench.heard]).toEqual(['open.asking.reported', ['helpline ASK']]);
    expect(bench.send('ALL_CLEAR').is).toBe('none');
  });

  it('[J2] waits for the desk while that is on the line, and no longer once another is called', () => {
    const bench = reported().send('DESK_CALLED');
    expect(bench.is).toBe('open.asking.waitingForDesk');
    expect(bench.send('CONTACT_CALLED').is).toBe('open.asking.reported');
    expect(bench.send('HELPED_REMOTELY').is).toBe('open.remoteHelp');
    expect(bench.send('DESK_CALLED', 'CHAIN_ASKED').is).toBe('open.remoteHelp');
  });

  it('[J2] tells a key that nobody has from one that was promised, and from a desk that helps others first', () => {
    const bench = reported().send('CHAIN_ASKED');
    expect(bench.is).toBe('open.nobodyFree.waitingForKey');
    expect(bench.send('KEY_PROMISED').is).toBe('open.nobodyFree.keyPromised');
    expect(bench.send('ASK').is).toBe('open.nobodyFree.waitingForKey');
    expect(bench.send('DESK_PROMISED').is).toBe('open.nobodyFree.waitingForDesk');
  });

  it('[J2] follows whoever comes from getting ready to the site', () => {
    const bench = reported().send('HELP_COMES');
    expect(bench.is).toBe('open.helpComing.aboutToSetOff');
    expect(bench.send('SETS_OFF').is).toBe('open.helpComing.onTheWay');
    expect(bench.send('ARRIVED').is).toBe('visit.opening');
  });

  it.each(['KEY_PROMISED', 'DESK_PROMISED'])('[J3] asks the chain again after half an hour, %s or not', (promise) => {
    const bench = reported()
      .send('CHAIN_ASKED')
      .after(HALF_HOUR_MS / 2)
      .send(promise)
      .after(HALF_HOUR_MS / 2 - 1);
    expect(bench.is).toMatch(/^open\.nobodyFree/);
    expect([bench.after(1).is, bench.heard]).toEqual(['open.asking.reported', ['helpline ASK', 'helpline ASK']]);
  });

  it('[J4] a cartridge that needs a part is not freed, and what else is jammed is', () => {
    const bench = reported().send('ARRIVED').after(20_000).send('DOOR_OPENED', 'PART_LACKS').after(90_000);
    expect([bench.is, bench.heard.filter((one) => one.endsWith('FREE'))]).toEqual(['visit.choosing', []]);
    expect(bench.trace.at(-1)).toMatch(/^part-ordered/);
    expect(
      bench
        .send('CARTRIDGE')
        .after(90_000)
        .heard.filter((one) => one.includes('FREE')),
    ).toHaveLength(1);
  });

  it('[J5] asks anew when the part has come, and fits it in a second visit', () => {
    const bench = reported().send('PARTS_AWAITED');
    expect(bench.is).toBe('open.partOnOrder');
    expect(bench.after(1_000_000_000).is).toBe('open.partOnOrder');
    expect(bench.send('PART_CAME').is).toBe('open.asking.reported');
    bench.send('ARRIVED').after(20_000).send('DOOR_OPENED', 'PART_FOR').after(599_999);
    expect(bench.is).toBe('visit.fitting');
    expect(bench.after(1).is).toBe('visit.secondPerson');
  });
});
