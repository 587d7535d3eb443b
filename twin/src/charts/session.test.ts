import { describe, expect, it } from 'vitest';
import { ChartBench } from '../engine/test/ChartBench.js';
import { sessionDefinition } from './session.chart.js';

const SHOWN_MS = 4_000;
const AT_MACHINE = { type: 'PRESENTED', person: 'P07', cartridge: 7 };
const ORDER = { type: 'AUTHORISED', order: 12, cartridge: 7 };

const session = () => new ChartBench(sessionDefinition);
const matching = () => session().send(AT_MACHINE);
const dispensing = () => matching().send('MATCHED', ORDER);
const collecting = () => dispensing().send({ type: 'DROPPED', order: 12, cartridge: 7 });
const lobby = (bench: ChartBench) => bench.heard.filter((words) => words.startsWith('lobby'));

describe('the session', () => {
  it('leads from a palm to a package taken', () => {
    const bench = collecting().send('FLAP_OPENED', 'FLAP_CLOSED');
    expect(bench.trace).toEqual([
      'state inService.idle',
      'state inService.matching',
      'presented',
      'state inService.authorising',
      'state inService.dispensing',
      'authorised',
      'state inService.collecting',
      'dose-given',
      'state inService.idle',
      'dose-taken',
    ]);
    expect(bench.heard).toEqual([
      'hinge SESSION_IDLE',
      'lobby MACHINE_FREE',
      'palm CAPTURE person=P07',
      'authoriser ASK person=P07',
      'command vend order=12 cartridge=7',
      'command unlock order=12',
      'lobby DOSE_READY person=P07 order=12',
      'lobby SERVED person=P07 order=12',
      'hinge SESSION_IDLE',
      'lobby MACHINE_FREE',
    ]);
    expect(bench.of('dose-given')).toEqual([{ person: 'P07', order: 12, cartridge: 7 }]);
  });

  it('turns away whoever was not recognised', () => {
    const bench = matching().send({ type: 'LOCKED_OUT', reason: 'not-recognised' });
    expect(bench.of('refused')).toEqual([{ person: 'P07', reason: 'not-recognised' }]);
    expect(lobby(bench).at(-1)).toBe('lobby TURNED_AWAY person=P07 reason=not-recognised');
  });

  it.each(['too-early', 'too-late', 'too-soon', 'daily-cap', 'lane-locked', 'not-enrolled'])(
    'turns away with the authoriser’s reason: %s, shows it, and is free again',
    (reason) => {
      const bench = matching().send('MATCHED', { type: 'REFUSED', reason });
      expect(bench.of('refused')).toEqual([{ person: 'P07', reason }]);
      expect(lobby(bench).slice(1)).toEqual([`lobby TURNED_AWAY person=P07 reason=${reason}`]);
      expect(bench.after(SHOWN_MS - 1).is).toBe('inService.refused');
      expect(lobby(bench.after(1)).at(-1)).toBe('lobby MACHINE_FREE');
    },
  );

  it.each(['busy', 'door-open', 'chute-blocked', 'locked-out'])('turns away with the controller’s reason: %s', (reason) => {
    const bench = dispensing().send({ type: 'ORDER_REFUSED', order: 12, cartridge: 7, reason });
    expect(bench.of('refused')).toEqual([{ person: 'P07', reason }]);
    expect(bench.of('dose-given')).toEqual([]);
  });

  it('turns away whoever comes to an empty lane', () => {
    const bench = matching().send('MATCHED', 'EMPTY');
    expect(bench.of('refused')).toEqual([{ person: 'P07', reason: 'empty' }]);
    expect([lobby(bench).at(-1), bench.is]).toEqual(['lobby TURNED_AWAY reason=empty person=P07', 'inService.empty']);
    expect(bench.after(SHOWN_MS).is).toBe('inService.idle');
  });

  it('tells the ticket of a jam, and turns the person away', () => {
    const bench = dispensing().send({ type: 'JAMMED', order: 12, cartridge: 7, mode: 'hung-up' });
    expect(bench.of('jam')).toEqual([{ person: 'P07', order: 12, cartridge: 7, mode: 'hung-up' }]);
    expect(bench.heard.slice(-2)).toEqual([
      'ticket JAM person=P07 order=12 cartridge=7 mode=hung-up',
      'lobby TURNED_AWAY reason=jammed person=P07',
    ]);
    expect(bench.after(SHOWN_MS).is).toBe('inService.idle');
  });

  it('[H7] says to the hinge when it hears nothing of an order for half a minute, and waits for what the hinge makes of it', () => {
    const bench = dispensing().after(29_999);
    expect(bench.heard.at(-1)).toBe('command vend order=12 cartridge=7');
    expect(bench.after(1).heard.at(-1)).toBe('hinge SILENT order=12');
    expect(bench.is).toBe('inService.dispensing');
    expect(bench.send({ type: 'JAMMED', order: 12, cartridge: 7, mode: 'silence' }).of('jam')[0]).toMatchObject({
      mode: 'silence',
    });
  });

  it('gives up on a package that nobody takes, after a minute', () => {
    const bench = collecting().after(59_999);
    expect(bench.is).toBe('inService.collecting');
    expect(bench.after(1).of('dose-not-taken')).toEqual([{ person: 'P07', order: 12 }]);
    expect(lobby(bench).slice(-2)).toEqual(['lobby TURNED_AWAY reason=not-taken person=P07', 'lobby MACHINE_FREE']);
    expect(bench.heard).toContain('hinge NOT_TAKEN cartridge=7');
    expect(bench.heard).toContain('authoriser NOT_TAKEN order=12 cartridge=7');
  });

  it('has the dose taken back when the flap does not open', () => {
    const bench = collecting().send({ type: 'FLAP_STUCK', mode: 'chute-blocked' });
    expect(bench.of('jam')).toEqual([{ person: 'P07', order: 12, cartridge: 7, mode: 'chute-blocked' }]);
    expect(bench.heard).toContain('authoriser CHUTE_BLOCKED order=12 cartridge=7');
    expect(bench.after(120_000).of('dose-not-taken')).toEqual([]);
  });

  describe('out of service', () => {
    it('while it is idle: whoever presents a palm is turned away at once, until it is in service again', () => {
      const bench = session().send('OUT_OF_SERVICE', AT_MACHINE);
      expect(lobby(bench).slice(1)).toEqual(['lobby MACHINE_DOWN', 'lobby TURNED_AWAY reason=out-of-service person=P07']);
      expect(bench.of('refused')).toEqual([{ person: 'P07', reason: 'out-of-service' }]);
      expect(lobby(bench.send('IN_SERVICE')).at(-1)).toBe('lobby MACHINE_FREE');
    });

    it('while it is matching: the palm is let go, the person turned away, and no match counts any more', () => {
      const bench = matching().send('OUT_OF_SERVICE', 'MATCHED');
      expect(bench.is).toBe('outOfService');
      expect(bench.heard).toContain('palm GONE');
      expect(lobby(bench).slice(1)).toEqual(['lobby TURNED_AWAY reason=out-of-service person=P07', 'lobby MACHINE_DOWN']);
      expect(bench.heard.some((words) => words.startsWith('authoriser'))).toBe(false);
    });

    it.each([
      ['authorising', () => matching().send('MATCHED'), ORDER, 'inService.dispensing'],
      ['dispensing', dispensing, { type: 'JAMMED', order: 12, cartridge: 7, mode: 'interrupted' }, 'inService.jammed'],
      ['collecting', collecting, { type: 'FLAP_CLOSED' }, 'inService.idle'],
    ])('while it is %s: the person hears how it ends', (_, make, end, is) => {
      const bench = make();
      const [before, heard] = [bench.is, bench.heard.length];
      expect(bench.send('OUT_OF_SERVICE').is).toBe(before);
      expect(bench.heard).toHaveLength(heard);
      expect(bench.send(end).is).toBe(is);
    });

    it.each([
      ['refused', { type: 'REFUSED', reason: 'too-early' }],
      ['empty', { type: 'EMPTY' }],
    ])('while it shows why nothing was given: %s', (_, answer) => {
      expect(matching().send('MATCHED', answer, 'OUT_OF_SERVICE').is).toBe('outOfService');
    });
  });

  it('[E6] is not led astray by somebody else at the machine, or by the end of an order that is not its own to wait for', () => {
    const bench = dispensing().send({ type: 'PRESENTED', person: 'P99', cartridge: 9 }, { type: 'MATCHED', person: 'P99' });
    bench.send({ type: 'DROPPED', order: 12, cartridge: 7 }, { type: 'DROPPED', order: 99, cartridge: 9 }, 'FLAP_CLOSED');
    expect(bench.of('dose-given')).toEqual([{ person: 'P07', order: 12, cartridge: 7 }]);
    expect(bench.of('dose-taken')).toEqual([{ person: 'P07', order: 12 }]);
  });
});
