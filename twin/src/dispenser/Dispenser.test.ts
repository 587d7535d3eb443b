import { describe, expect, it } from 'vitest';
import { WEEKDAYS } from '../calendar/WeeklyHours.js';
import { epochOf } from '../calendar/zone.js';
import { XStateEngine } from '../engine/XStateEngine.js';
import type { KernelCheckpoint, KernelEvent } from '../kernel/Kernel.js';
import type { PersonSpec, SiteSpec } from '../spec/WorldSpec.js';
import { Dispenser } from './Dispenser.js';
import { PartBench } from './test/PartBench.js';
import { ScriptedBody } from './test/ScriptedBody.js';

const S = 1_000_000;
const ZONE = 'America/Vancouver';
const ALWAYS: SiteSpec['hours'] = {
  days: Object.fromEntries(WEEKDAYS.map((day) => [day, [{ fromMin: 0, toMin: 1440 }]])) as unknown as SiteSpec['hours']['days'],
  holidays: null,
};
const site: SiteSpec = {
  id: 'harbour-house',
  zone: ZONE,
  province: 'BC',
  setting: 'housing',
  hours: ALWAYS,
  staff: ALWAYS,
  chain: [],
  overrideBy: [],
};
const person = (id: string, cartridge: number): PersonSpec => ({
  id,
  machine: 'm1',
  cartridge,
  windows: [{ fromMin: 0, toMin: 1440 }],
  minIntervalMin: 0,
  dailyCap: 4,
  arrival: { kind: 'instants', at_us: [] },
  hands: { cold: false, lotionOrDust: false },
  falseNonMatchRate: 0,
});

/** Level 2 of one machine as it is wired, over a body that does what a test says; lobby, helpline and override listen. */
class DispenserBench extends PartBench {
  readonly body = new ScriptedBody();
  readonly dispenser: Dispenser;

  constructor({ start = true, loaded = [5, 5] }: { readonly start?: boolean; readonly loaded?: readonly number[] } = {}) {
    super(['lobby', 'helpline', 'signers']);
    this.dispenser = new Dispenser(
      this.kernel,
      {
        machine: { id: 'm1', site: site.id, cartridges: 3, loaded, parameters: {} },
        site,
        people: [person('P1', 1), person('P2', 2)],
        epoch_us: epochOf(ZONE, { year: 2021, month: 9, day: 14 }, 720),
        body: this.body,
        helpline: 'm1/helpline',
        parameters: [{ reader: { failureToAcquireShare: 0 } }],
      },
      (definition) => new XStateEngine(definition),
    );
    this.body.onSignal = () => this.dispenser.hinge.notice();
    if (start) this.dispenser.start();
  }

  /** Runs on for so many seconds. */
  for(seconds: number): this {
    return this.until(this.kernel.now_us + seconds * S);
  }

  session(type: string, args: Omit<KernelEvent, 'type'> = {}): this {
    return this.tell('session', { ...args, type });
  }

  /** A palm presented, matched and authorised: its vend has been commanded. */
  vend(id = 'P1'): this {
    return this.session('PRESENTED', { person: id }).for(3);
  }

  signal(...signal: Parameters<ScriptedBody['signal']>): this {
    this.body.signal(...signal);
    return this.for(0.04);
  }

  get commands(): string[] {
    return this.body.commands.map(({ name, ...args }) => [name, ...Object.values(args)].join(' '));
  }

  count(cartridge: number): number[] {
    return Object.values(this.dispenser.counts.of(cartridge));
  }
}

const ORDER = { order: 1, cartridge: 1 };

describe('level 2 of a machine, wired', () => {
  it('leads a person from the palm to the package', () => {
    const bench = new DispenserBench().vend().signal('dropped', ORDER).signal('flap-opened').signal('flap-closed').for(1);
    expect(bench.commands).toEqual(['vend 1 1', 'unlock 1']);
    expect(bench.news()).toEqual([
      'lobby MACHINE_FREE',
      'lobby DOSE_READY person=P1 order=1',
      'lobby SERVED person=P1 order=1',
      'lobby MACHINE_FREE',
    ]);
    expect(bench.count(1)).toEqual([5, 1, 0, 4, 0]);
  });

  it('counts an empty lane where nothing was said of it', () => {
    expect(new DispenserBench({ loaded: [5] }).count(3)).toEqual([0, 0, 0, 0, 0]);
  });

  it('[H7] [H10] a controller that says nothing for half a minute: unknown, jammed, locked; and the machine gives nothing', () => {
    const bench = new DispenserBench().vend();
    bench.news();
    expect(bench.for(34).count(1)).toEqual([5, 0, 0, 4, 1]);
    expect(bench.news()).toEqual([
      'helpline BOX_IN_DOUBT cartridge=1 mode=silence machine=m1',
      'helpline JAM person=P1 order=1 cartridge=1 mode=silence',
      'lobby TURNED_AWAY reason=jammed person=P1',
      'lobby MACHINE_FREE',
      'lobby MACHINE_DOWN',
    ]);
    expect(bench.vend('P2').of('refused')).toEqual([{ person: 'P2', reason: 'out-of-service' }]);
    bench.signal('door-opened').tell('hinge', { type: 'BOX_EMPTIED' }).for(1).signal('door-closed').for(1);
    bench.vend('P2').signal('dropped', { order: 2, cartridge: 2 }).signal('flap-closed').for(1);
    expect(bench.of('dose-taken')).toEqual([{ person: 'P2', order: 2 }]);
    expect(bench.vend('P1').of('refused').at(-1)).toEqual({ person: 'P1', reason: 'lane-locked' });
  });

  it('[H7] [H10] a drop that is signalled after that half minute gives the dose to nobody else, and leaves the package unknown', () => {
    const bench = new DispenserBench().vend().for(34);
    bench.signal('door-opened').tell('hinge', { type: 'BOX_EMPTIED' }).for(1).signal('door-closed').for(1).vend('P2');
    bench.signal('dropped', ORDER).for(2);
    expect(bench.of('dose-given')).toEqual([]);
    expect(bench.count(1)).toEqual([5, 0, 0, 4, 1]);
    bench.signal('dropped', { order: 2, cartridge: 2 }).for(6);
    // It fell, and nobody knows on top of what: it is taken back, and the flap stays shut.
    expect(bench.of('dose-given')).toEqual([{ person: 'P2', order: 2, cartridge: 2 }]);
    expect(bench.of('jam').at(-1)).toEqual({ person: 'P2', order: 2, cartridge: 2, mode: 'box-in-doubt' });
    expect(bench.commands).toEqual(['vend 1 1', 'vend 2 2']);
    expect(bench.news().at(-1)).toBe('lobby MACHINE_DOWN');
  });

  it('[H10] a package that falls while a prescription is checked: its order is not given, and may be had later', () => {
    const bench = new DispenserBench().session('PRESENTED', { person: 'P1' });
    while (bench.of('attempt').length === 0) bench.for(0.01);
    bench.body.signal('surplus', { cartridge: 2 });
    bench.for(3);
    expect([bench.commands, bench.of('refused')]).toEqual([[], [{ person: 'P1', reason: 'out-of-service' }]]);
    expect(bench.for(5).vend().of('refused')).toHaveLength(2);
    bench.signal('door-opened').for(1).tell('hinge', { type: 'BOX_EMPTIED' }).signal('door-closed').for(1);
    expect(bench.vend().commands).toEqual(['vend 2 1']);
  });

  it('[H11] help from afar waits until nobody is being served, and nobody is served until it is over', () => {
    const bench = new DispenserBench().vend('P2').tell('recovery', { type: 'RECOVER', cartridge: 1, frees: true });
    bench.signal('dropped', { order: 1, cartridge: 2 }).for(2);
    expect(bench.commands).toEqual(['vend 1 2', 'unlock 1']);
    bench.signal('flap-closed').for(1);
    expect(bench.of('dose-taken')).toEqual([{ person: 'P2', order: 1 }]);
    expect([bench.body.eased, bench.commands]).toEqual([[1], ['vend 1 2', 'unlock 1', 'recover 2 1']]);
    expect(bench.vend('P1').of('refused')).toEqual([{ person: 'P1', reason: 'out-of-service' }]);
    bench.news();
    bench.signal('recovered', { order: 2, cartridge: 1 });
    expect(bench.news().at(-1)).toBe('lobby MACHINE_FREE');
    expect(bench.vend('P1').commands.at(-1)).toBe('vend 3 1');
  });

  it.each([
    ['jammed', { mode: 'hung-up' }],
    ['refused', { reason: 'not-jammed', command: 'recover' }],
  ] as const)('[H11] in service again after help from afar that failed: %s', (name, args) => {
    const bench = new DispenserBench().tell('recovery', { type: 'RECOVER', cartridge: 1, frees: false }).for(1);
    bench.signal(name, { order: 1, cartridge: 1, ...args }).for(1);
    expect(bench.news().at(-1)).toBe('lobby MACHINE_FREE');
  });

  it('[H11] [K7] a wish for help from afar stands in a checkpoint', () => {
    const going = new DispenserBench().vend('P2').tell('recovery', { type: 'RECOVER', cartridge: 1, frees: false });
    const again = new DispenserBench({ start: false });
    again.kernel.restore(JSON.parse(JSON.stringify(going.kernel.checkpoint())) as KernelCheckpoint);
    again.signal('jammed', { order: 1, cartridge: 2, mode: 'hung-up' }).for(5);
    expect(again.commands).toEqual(['recover 2 1']);
  });

  it.each(['busy', 'door-open', 'chute-blocked', 'locked-out', 'stale-order'])(
    'the controller refuses the order as %s: nothing is counted, the person is turned away, and may come again',
    (reason) => {
      const bench = new DispenserBench().vend().signal('refused', { ...ORDER, reason, command: 'vend' });
      expect(bench.of('refused')).toEqual([{ person: 'P1', reason }]);
      expect(bench.count(1)).toEqual([5, 0, 0, 5, 0]);
      expect(bench.for(5).vend().commands).toEqual(['vend 1 1', 'vend 2 1']);
    },
  );

  it('[H9] a lane that cannot be cleared while somebody is served is cleared afterwards, and that person served', () => {
    const bench = new DispenserBench().vend('P2').tell('counts', { type: 'COUNTED', cartridge: 1, first: 'A', second: 'B' });
    bench.signal('refused', { order: 0, cartridge: 1, reason: 'busy', command: 'clear' });
    bench.signal('dropped', { order: 1, cartridge: 2 });
    expect(bench.of('dose-given')).toEqual([{ person: 'P2', order: 1, cartridge: 2 }]);
    expect(bench.commands).toEqual(['vend 1 2', 'clear 1', 'unlock 1']);
  });

  it('[H9] a door opened between the check and the vend: the controller refuses, and the person hears why', () => {
    const bench = new DispenserBench().session('PRESENTED', { person: 'P1' });
    while (bench.of('attempt').length === 0) bench.for(0.01);
    bench.for(0.3).session('OUT_OF_SERVICE').for(1);
    expect(bench.commands).toEqual(['vend 1 1']);
    bench.signal('door-opened').signal('refused', { ...ORDER, reason: 'door-open', command: 'vend' });
    expect(bench.of('refused')).toEqual([{ person: 'P1', reason: 'door-open' }]);
    expect(bench.for(5).news().slice(-2)).toEqual(['lobby MACHINE_FREE', 'lobby MACHINE_DOWN']);
  });

  it('help from afar eases the jam where the scenario says so, and has an order id of its own', () => {
    const bench = new DispenserBench()
      .vend()
      .signal('moving', ORDER)
      .signal('jammed', { ...ORDER, mode: 'hung-up' })
      .for(5);
    bench.tell('recovery', { type: 'RECOVER', cartridge: 1, frees: true }).signal('recovered', { order: 2, cartridge: 1 });
    expect([bench.body.eased, bench.commands]).toEqual([[1], ['vend 1 1', 'recover 2 1', 'clear 1']]);
    expect(bench.count(1)).toEqual([5, 0, 1, 3, 1]);
    expect(bench.vend().of('authorised').at(-1)).toEqual({ person: 'P1', order: 3, cartridge: 1 });
    const hopeless = new DispenserBench().tell('recovery', { type: 'RECOVER', cartridge: 1, frees: false });
    expect([hopeless.body.eased, hopeless.commands]).toEqual([[], ['recover 1 1']]);
    expect(() => hopeless.tell('recovery', { type: 'NEWS' })).toThrow('m1/recovery does not know the event NEWS');
  });

  it('[H10] whoever empties the box says so only when nothing lies in it any more', () => {
    const bench = new DispenserBench().vend().for(34);
    bench.body.contents.set(3, { loaded: 6, onCoil: 5, rejected: 0, inBox: 1 });
    const visit = () =>
      bench.signal('door-opened').for(1).tell('hands', { type: 'EMPTY_BOX' }).signal('door-closed').for(1).news();
    expect(visit()).not.toContain('helpline BOX_CLEAR machine=m1');
    bench.body.contents.set(3, { loaded: 6, onCoil: 5, rejected: 1, inBox: 0 });
    expect(visit()).toContain('helpline BOX_CLEAR machine=m1');
    expect(bench.body.hands).toEqual([{ name: 'empty-box' }, { name: 'empty-box' }]);
  });

  it('hands reach the body, and whoever loads says how many packages went in', () => {
    const bench = new DispenserBench();
    for (const type of ['OPEN_DOOR', 'CLOSE_DOOR', 'TAKE', 'CLEAN_BEAM', 'FREE_FLAP']) bench.tell('hands', { type });
    bench.tell('hands', { type: 'FREE', cartridge: 2 });
    expect(bench.body.hands).toEqual([
      { name: 'open-door' },
      { name: 'close-door' },
      { name: 'take' },
      { name: 'clean-beam' },
      { name: 'free-flap' },
      { name: 'free', cartridge: 2 },
    ]);
    bench.kernel.post('m1/hands', { type: 'LOAD', cartridge: 3, packages: 9 });
    bench.kernel.stepUntil(bench.kernel.now_us);
    bench.body.contents.set(3, { loaded: 6, onCoil: 6, rejected: 0, inBox: 0 });
    expect(bench.for(0).count(3)).toEqual([6, 0, 0, 6, 0]);
    expect(() => bench.tell('hands', { type: 'NEWS' })).toThrow('m1/hands does not know the event NEWS');
  });

  it('[K7] goes on from a checkpoint with an order in flight as if nothing had been', () => {
    const end = (bench: DispenserBench) => {
      bench
        .signal('jammed', { ...ORDER, mode: 'hung-up' })
        .for(60)
        .vend('P2')
        .for(60);
      return bench.kernel.digests;
    };
    const going = new DispenserBench().vend().signal('moving', ORDER);
    const checkpoint = JSON.parse(JSON.stringify(going.kernel.checkpoint())) as KernelCheckpoint;
    const again = new DispenserBench({ start: false });
    again.kernel.restore(checkpoint);
    // The body is the same one: it goes on counting its signals.
    again.body.signal('moving');
    again.body.sample();
    again.body.poll();
    expect(end(again)).toEqual(end(going));
  });
});
