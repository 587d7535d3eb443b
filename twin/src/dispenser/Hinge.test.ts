import { describe, expect, it } from 'vitest';
import type { KernelCheckpoint } from '../kernel/Kernel.js';
import { Hinge } from './Hinge.js';
import { PartBench } from './test/PartBench.js';
import { ScriptedBody } from './test/ScriptedBody.js';

const MS = 1_000;
const S = 1_000_000;
const VEND = { order: 1, cartridge: 7 };

class HingeBench extends PartBench {
  readonly body = new ScriptedBody();
  readonly hinge: Hinge;

  constructor(parameters: { readonly hinge?: Record<string, number> } = {}) {
    super(['counts', 'authoriser', 'session', 'helpline']);
    this.hinge = new Hinge(this.kernel, 'm1', this.body, 'm1/helpline', [parameters]);
    this.body.onSignal = () => this.hinge.notice();
  }

  /** Each signal at its instant, microseconds. */
  signals(...list: readonly (readonly [number, ...Parameters<ScriptedBody['signal']>])[]): this {
    for (const [t_us, name, args] of list) {
      this.until(t_us);
      this.body.signal(name, args);
    }
    return this;
  }

  /** When each signal was told, microseconds, by its name. */
  get taken(): readonly (readonly [number, unknown])[] {
    return this.entries.filter(({ kind }) => kind === 'signal').map(({ t_us, payload }) => [t_us, payload.name]);
  }
}

const idle = () => new HingeBench();
const inFlight = () => {
  const bench = new HingeBench();
  bench.hinge.command('vend', VEND);
  return bench;
};

describe('the poll grid of the hinge', () => {
  it('[H4] takes signals at whole seconds while nothing goes on, however many wait', () => {
    const bench = idle()
      .signals([300 * MS, 'flap-opened'], [700 * MS + 1, 'flap-closed'], [1 * S + 1, 'flap-opened'])
      .until(5 * S);
    expect(bench.taken).toEqual([
      [1_020 * MS, 'flap-opened'],
      [1_020 * MS, 'flap-closed'],
      [2_020 * MS, 'flap-opened'],
    ]);
  });

  it('[H4] takes them every 20 ms while an order is in flight', () => {
    const bench = inFlight()
      .signals([1, 'accepted', VEND], [39_999, 'moving', VEND], [5 * S + 1, 'dropped', VEND])
      .until(9 * S);
    expect(bench.taken).toEqual([
      [40 * MS, 'accepted'],
      [60 * MS, 'moving'],
      [5 * S + 40 * MS, 'dropped'],
    ]);
  });

  it('[H4] takes them every 20 ms while the door is open, and every second again once it is shut and the order over', () => {
    const bench = idle().signals([5 * MS, 'door-opened'], [1_021 * MS, 'flap-opened'], [1_505 * MS, 'door-closed']);
    bench.signals([1_530 * MS, 'flap-closed'], [1_541 * MS, 'flap-opened']).until(3 * S);
    expect(bench.taken).toEqual([
      [1_020 * MS, 'door-opened'],
      [1_060 * MS, 'flap-opened'],
      [1_540 * MS, 'door-closed'],
      // Asked for at 1,540 ms, as the door was still thought to be open.
      [1_560 * MS, 'flap-closed'],
      [2_020 * MS, 'flap-opened'],
    ]);
  });

  it.each([
    ['20 ms', inFlight, 20 * MS],
    ['1 s', idle, 1 * S],
  ] as const)('[H4] a signal at an instant of the grid of %s is taken at the next', (_, make, grid_us) => {
    const bench = make()
      .signals([0, 'accepted', VEND], [grid_us, 'moving', VEND], [3 * grid_us, 'flap-opened'])
      .until(9 * S);
    expect(bench.taken.map(([t_us]) => t_us - 20 * MS)).toEqual([grid_us, 2 * grid_us, 4 * grid_us]);
  });

  it('goes by its parameters', () => {
    const bench = new HingeBench({ hinge: { idlePollMs: 250 } }).signals([1, 'flap-opened']).until(1 * S);
    expect(bench.taken).toEqual([[270 * MS, 'flap-opened']]);
    const slow = new HingeBench({ hinge: { wireMs: 100 } }).signals([1, 'flap-opened']).until(2 * S);
    expect(slow.taken).toEqual([[1_100 * MS, 'flap-opened']]);
  });
});

describe('what the hinge tells', () => {
  const after = (bench: HingeBench, ...signals: Parameters<ScriptedBody['signal']>[]) => {
    for (const signal of signals) bench.body.signal(...signal);
    return bench.until(bench.kernel.now_us + 2 * S).news();
  };

  it('[H4] of a drop: the counts, the authoriser, the session, in this order', () => {
    expect(after(inFlight(), ['dropped', VEND])).toEqual([
      'counts DROPPED order=1 cartridge=7',
      'authoriser DROPPED order=1 cartridge=7',
      'session DROPPED order=1 cartridge=7',
    ]);
  });

  it('[H7] of a jam: the same, and that a package is unknown', () => {
    expect(after(inFlight(), ['moving', VEND], ['jammed', { ...VEND, mode: 'hung-up' }])).toEqual([
      'counts ENDED_UNSEEN why=jammed, hung-up order=1 cartridge=7 mode=hung-up',
      'authoriser JAMMED order=1 cartridge=7 mode=hung-up moved=true',
      'session JAMMED order=1 cartridge=7 mode=hung-up moved=true',
    ]);
  });

  it('[H7] of a beam that was dark before the motor turned: nothing is unknown, and the machine is out of service', () => {
    expect(after(inFlight(), ['accepted', VEND], ['jammed', { ...VEND, mode: 'blind-beam' }])).toEqual([
      'session OUT_OF_SERVICE',
      'authoriser JAMMED order=1 cartridge=7 mode=blind-beam moved=false',
      'session JAMMED order=1 cartridge=7 mode=blind-beam moved=false',
    ]);
  });

  it('of a blind beam: out of service until the door has been open and shut', () => {
    const bench = inFlight();
    after(bench, ['jammed', { ...VEND, mode: 'blind-beam' }]);
    expect(bench.tell('hinge', { type: 'SESSION_IDLE' }).news()).toEqual(['session OUT_OF_SERVICE']);
    expect(after(bench, ['door-opened'], ['door-closed']).at(-1)).toBe('session IN_SERVICE');
  });

  it('of a refusal: the authoriser and the session, and no count', () => {
    expect(after(inFlight(), ['refused', { ...VEND, reason: 'busy', command: 'vend' }])).toEqual([
      'authoriser ORDER_REFUSED order=1 cartridge=7 reason=busy command=vend',
      'session ORDER_REFUSED order=1 cartridge=7 reason=busy command=vend',
    ]);
  });

  it('[H7] [H10] of a package too many: the counts, and somebody to empty the box', () => {
    expect(after(idle(), ['surplus', { cartridge: 7 }])).toEqual([
      'counts ENDED_UNSEEN why=surplus cartridge=7',
      'helpline BOX_IN_DOUBT cartridge=7 mode=surplus machine=m1',
      'session OUT_OF_SERVICE',
    ]);
  });

  it('of the flap: the session; of one that is stuck, also that the machine is out of service until it is freed', () => {
    expect(after(idle(), ['flap-opened'], ['flap-closed'])).toEqual(['session FLAP_OPENED', 'session FLAP_CLOSED']);
    const bench = idle();
    expect(after(bench, ['flap-stuck'], ['flap-stuck'])).toEqual([
      'session FLAP_STUCK mode=chute-blocked',
      'session OUT_OF_SERVICE',
      'session FLAP_STUCK mode=chute-blocked',
    ]);
    expect(after(bench, ['door-opened'], ['door-closed'])).not.toContain('session IN_SERVICE');
    expect(after(bench, ['flap-freed'])).toEqual(['session IN_SERVICE']);
  });

  it('of the door: out of service while it is open, again whenever the session is idle, and in service when all is well', () => {
    const bench = idle();
    expect(after(bench, ['door-opened'])).toEqual(['session OUT_OF_SERVICE']);
    expect(bench.tell('hinge', { type: 'SESSION_IDLE' }).news()).toEqual(['session OUT_OF_SERVICE']);
    expect(after(bench, ['door-closed'])).toEqual(['session IN_SERVICE']);
    expect(bench.tell('hinge', { type: 'SESSION_IDLE' }).news()).toEqual([]);
  });

  it('[H7] of a recovery: its package is rejected, the lane free and cleared, and whoever asked hears it', () => {
    const bench = idle();
    bench.hinge.command('recover', { order: 2, cartridge: 7 });
    expect(after(bench, ['moving', { order: 2, cartridge: 7 }], ['recovered', { order: 2, cartridge: 7 }])).toEqual([
      'counts RECOVERED order=2 cartridge=7',
      'authoriser LANE_FREE order=2 cartridge=7',
      'helpline RECOVERED order=2 cartridge=7 machine=m1',
    ]);
    expect(bench.body.commands.at(-1)).toEqual({ name: 'clear', cartridge: 7 });
  });

  it('[H7] of a recovery that failed: one more package is unknown, and the session hears nothing of it', () => {
    const bench = idle();
    bench.hinge.command('recover', { order: 2, cartridge: 7 });
    expect(after(bench, ['moving', { order: 2 }], ['jammed', { order: 2, cartridge: 7, mode: 'hung-up' }])).toEqual([
      'counts ENDED_UNSEEN why=jammed, hung-up order=2 cartridge=7 mode=hung-up',
      'helpline NOT_RECOVERED order=2 cartridge=7 mode=hung-up machine=m1',
    ]);
  });
});

describe('a recovery and power', () => {
  it('without power it is not sent, and whoever asked hears so at once', () => {
    const bench = idle();
    bench.tell('hinge', { type: 'HOLD', reason: 'power' }).news();
    bench.hinge.command('recover', { order: 2, cartridge: 7 });
    expect(bench.until(bench.kernel.now_us).news()).toEqual([
      'helpline NOT_RECOVERED order=2 cartridge=7 reason=out-of-service command=recover machine=m1',
    ]);
    expect([bench.body.commands, bench.hinge.isInFlight(7)]).toEqual([[], false]);
  });

  it('one of which a controller that started again says nothing has ended, and whoever asked hears so', () => {
    const bench = idle();
    bench.hinge.command('recover', { order: 2, cartridge: 7 });
    bench.tell('hinge', { type: 'RESTARTED' }).news();
    const heard = bench.until(bench.kernel.now_us + 4 * S).news();
    expect(heard).toContain('helpline NOT_RECOVERED order=2 cartridge=7 mode=silence machine=m1');
    expect(bench.hinge.isInFlight(7)).toBe(false);
  });
});

describe('orders in flight', () => {
  it('[H9] a recovery that is refused while a vend moves takes nothing from the vend', () => {
    const bench = inFlight();
    bench.body.signal('moving', VEND);
    bench.until(1 * S);
    bench.hinge.command('recover', { order: 2, cartridge: 9 });
    bench.body.signal('refused', { order: 2, cartridge: 9, reason: 'busy', command: 'recover' });
    expect(bench.until(2 * S).news()).toEqual([
      'helpline NOT_RECOVERED order=2 cartridge=9 reason=busy command=recover machine=m1',
    ]);
    expect(bench.hinge.isInFlight(7)).toBe(true);
    bench.signals([2 * S + 1, 'jammed', { ...VEND, mode: 'hung-up' }]).until(3 * S);
    expect(bench.taken.at(-1)).toEqual([2 * S + 40 * MS, 'jammed']);
    expect(bench.news().map((words) => words.split(' ')[0])).toEqual(['counts', 'authoriser', 'session']);
  });

  it('[H9] a vend that is refused while a recovery moves does not make the recovery its own', () => {
    const bench = new HingeBench();
    bench.hinge.command('recover', { order: 1, cartridge: 9 });
    bench.body.signal('moving', { order: 1, cartridge: 9 });
    bench.hinge.command('vend', { order: 2, cartridge: 7 });
    bench.body.signal('refused', { order: 2, cartridge: 7, reason: 'busy', command: 'vend' });
    bench.body.signal('jammed', { order: 1, cartridge: 9, mode: 'hung-up' });
    expect(
      bench
        .until(1 * S)
        .news()
        .map((words) => words.split(' ').slice(0, 2).join(' ')),
    ).toEqual(['authoriser ORDER_REFUSED', 'session ORDER_REFUSED', 'counts ENDED_UNSEEN', 'helpline NOT_RECOVERED']);
  });

  it('[H7] one that the controller says nothing of is a jam, and its package unknown', () => {
    const bench = inFlight()
      .until(30 * S)
      .tell('hinge', { type: 'SILENT', order: 1 });
    expect(bench.news()).toEqual([
      'helpline BOX_IN_DOUBT cartridge=7 mode=silence machine=m1',
      'session OUT_OF_SERVICE',
      'counts ENDED_UNSEEN cartridge=7 why=silence',
      'authoriser JAMMED order=1 cartridge=7 mode=silence',
      'session JAMMED order=1 cartridge=7 mode=silence',
    ]);
  });

  it.each([
    ['dropped', {}, ['helpline BOX_IN_DOUBT cartridge=7 mode=silence machine=m1', 'authoriser DROPPED order=1 cartridge=7']],
    ['jammed', { mode: 'hung-up' }, []],
    ['refused', { reason: 'busy', command: 'vend' }, ['authoriser ORDER_REFUSED order=1 cartridge=7 reason=busy command=vend']],
  ] as const)(
    '[H7] one that was given up and then ended as %s is counted no second time, and no session hears of it',
    (name, args, told) => {
      const bench = inFlight()
        .until(30 * S)
        .tell('hinge', { type: 'SILENT', order: 1 });
      bench.news();
      bench.body.signal(name, { ...VEND, ...args });
      expect(bench.until(40 * S).news()).toEqual(told);
      expect(bench.hinge.isInFlight(7)).toBe(false);
    },
  );

  it('silence of an order that has just ended is nothing', () => {
    const bench = inFlight();
    bench.body.signal('dropped', VEND);
    bench.until(30 * S).news();
    expect(bench.tell('hinge', { type: 'SILENT', order: 1 }).news()).toEqual([]);
  });
});

describe('lanes to clear', () => {
  const clears = (bench: HingeBench) => bench.body.commands.filter(({ name }) => name === 'clear');

  it('[H9] waits with a clear until no order is in flight', () => {
    const bench = inFlight().tell('hinge', { type: 'CLEAR_LANE', cartridge: 9 });
    expect(clears(bench)).toEqual([]);
    bench.body.signal('dropped', VEND);
    expect(clears(bench.until(1 * S))).toEqual([{ name: 'clear', cartridge: 9 }]);
  });

  it('[H9] waits with a clear until the door is shut', () => {
    const bench = idle()
      .signals([1, 'door-opened'])
      .until(2 * S)
      .tell('hinge', { type: 'CLEAR_LANE', cartridge: 9 });
    expect(clears(bench)).toEqual([]);
    bench.body.signal('door-closed');
    expect(clears(bench.until(3 * S))).toEqual([{ name: 'clear', cartridge: 9 }]);
  });

  it('[H9] gives a clear again that was refused, and takes it for no end of the order in flight', () => {
    const bench = idle().tell('hinge', { type: 'CLEAR_LANE', cartridge: 9 });
    bench.hinge.command('vend', VEND);
    bench.body.signal('refused', { order: 0, cartridge: 9, reason: 'busy', command: 'clear' });
    expect(bench.until(1 * S).news()).toEqual([]);
    expect([clears(bench).length, bench.hinge.isInFlight(7)]).toEqual([1, true]);
    bench.body.signal('dropped', VEND);
    expect(clears(bench.until(2 * S))).toHaveLength(2);
  });

  it('gives up on a lane that is not fitted, and on a flap that was not released', () => {
    const bench = idle().tell('hinge', { type: 'CLEAR_LANE', cartridge: 49 });
    bench.body.signal('refused', { order: 0, cartridge: 49, reason: 'no-such-cartridge', command: 'clear' });
    bench.body.signal('refused', { order: 1, cartridge: 0, reason: 'door-open', command: 'unlock' });
    expect(bench.until(5 * S).news()).toEqual([]);
    expect(clears(bench)).toHaveLength(1);
  });
});

describe('a checkpoint of the hinge', () => {
  it('[K7] holds orders in flight, lanes to clear and what blocks the machine, and nothing of what follows', () => {
    const build = () =>
      inFlight()
        .signals([1, 'moving', VEND], [2, 'door-opened'])
        .until(1 * S)
        .tell('hinge', { type: 'CLEAR_LANE', cartridge: 9 });
    const going = build();
    const checkpoint = JSON.stringify(going.kernel.checkpoint());
    const end = (bench: HingeBench) => {
      bench.news();
      bench.body.signal('jammed', { ...VEND, mode: 'interrupted' });
      bench.body.signal('door-closed');
      bench.hinge.notice();
      return [...bench.until(9 * S).news(), ...bench.body.commands.filter(({ name }) => name === 'clear')];
    };
    const kept = going.kernel.checkpoint();
    const told = end(going);
    expect(JSON.stringify(kept)).toBe(checkpoint);
    const again = new HingeBench();
    again.kernel.restore(JSON.parse(checkpoint) as KernelCheckpoint);
    expect(end(again)).toEqual(told);
    expect(told).toContainEqual({ name: 'clear', cartridge: 9 });
  });

  it('an event that it does not know is an error', () => {
    expect(() => idle().tell('hinge', { type: 'NEWS' })).toThrow('m1/hinge does not know the event NEWS');
  });
});
