import { describe, expect, it } from 'vitest';
import { setup } from 'xstate';
import type { ChartDefinition } from '../charts/ChartDefinition.js';
import { delaysOf } from '../charts/delaysOf.js';
import type { ParameterBlock } from '../charts/parameters.js';
import { actions, type ChartTypes, COUNTER_MAX, fromInput, guards } from '../charts/vocabulary.js';
import { Kernel, type KernelCheckpoint } from '../kernel/Kernel.js';
import { ChartComponent } from './ChartComponent.js';
import { TableEngine } from './TableEngine.js';
import { ChartBench } from './test/ChartBench.js';
import { XStateEngine } from './XStateEngine.js';

const figure = { unit: 'ms', min: 0, max: 1_000_000, says: 'a figure of this test', source: 'assumption' } as const;
const parameters = {
  briefMs: { ...figure, value: 250 },
  longMs: { ...figure, value: 5_000 },
  most: { ...figure, unit: 'count', value: 3 },
} as const satisfies ParameterBlock;

/** Small, and uses each word of the vocabulary that levels 2 and 3 may use. */
const chart = setup({ types: {} as ChartTypes, guards, actions, delays: delaysOf(parameters) }).createMachine({
  id: 'lamp',
  context: fromInput,
  initial: 'off',
  states: {
    off: {
      on: {
        PRESS: 'through',
        COUNT: { actions: { type: 'increment', params: { counter: 'presses' } } },
        FULL: { actions: { type: 'set', params: { counter: 'presses', limit: 'most' } } },
        CLEAR: { actions: { type: 'reset', params: { counter: 'presses' } } },
        ASIDE: { actions: { type: 'tell', params: { role: 'friend', event: 'ASIDE', with: ['who'] } } },
      },
      exit: [
        { type: 'record', params: { kind: 'left', with: ['who', 'never'] } },
        { type: 'tell', params: { role: 'friend', event: 'LEAVES', reason: 'pressed', with: ['who'] } },
      ],
    },
    through: {
      entry: { type: 'command', params: { name: 'unlock', with: ['order'] } },
      always: [{ guard: { type: 'equals', params: { counter: 'presses', limit: 'most' } }, target: 'full' }, { target: 'on' }],
      exit: { type: 'record', params: { kind: 'passed' } },
    },
    on: {
      entry: [
        { type: 'record', params: { kind: 'lit' } },
        { type: 'tell', params: { role: 'friend', event: 'LIT' } },
      ],
      after: { briefMs: 'off', longMs: 'full' },
      on: { PRESS: 'off', HOLD: {} },
    },
    full: {},
  },
});

const definition: ChartDefinition = {
  name: 'lamp',
  machine: chart,
  parameters,
  counters: ['presses'],
  slots: ['who', 'order', 'never'],
  roles: ['friend'],
};

describe.each([
  ['XState', new XStateEngine(definition)],
  ['the table', new TableEngine(definition)],
] as const)('a chart as a component, run by %s', (_, engine) => {
  const bench = (options: ConstructorParameters<typeof ChartBench>[1] = {}) => new ChartBench(definition, { engine, ...options });

  it('[E1] one event is one macrostep, through passing states, and its effects apply in the order emitted', () => {
    const lamp = bench().send('PRESS');
    expect(lamp.is).toBe('on');
    expect(lamp.trace).toEqual(['state off', 'state on', 'left', 'passed', 'lit']);
    expect(lamp.heard).toEqual(['command unlock', 'friend LEAVES reason=pressed', 'friend LIT']);
  });

  it('[E1, K3] what it tells joins the queue behind all that is due, and is not heard inside the step', () => {
    const lamp = bench();
    lamp.kernel.post('it', { type: 'PRESS' });
    lamp.kernel.post('friend', { type: 'BEFORE' });
    lamp.kernel.runUntil(0);
    expect(lamp.heard).toEqual(['command unlock', 'friend BEFORE', 'friend LEAVES reason=pressed', 'friend LIT']);
  });

  it('[E2] arguments that name a slot are kept before the effects, and taken along by `with`; others are not', () => {
    const lamp = bench({ slots: { order: 7 } }).send({ type: 'PRESS', who: 'P07', stranger: 1 });
    expect(lamp.of('left')).toEqual([{ who: 'P07' }]);
    expect(lamp.heard).toEqual(['command unlock order=7', 'friend LEAVES reason=pressed who=P07', 'friend LIT']);
    expect(lamp.chart.save()).toMatchObject({ slots: { who: 'P07', order: 7 } });
    expect(JSON.stringify(lamp.chart.save())).not.toContain('stranger');
    lamp.send('PRESS', { type: 'PRESS', order: 8 });
    expect(lamp.of('left').at(-1)).toEqual({ who: 'P07' });
    expect(lamp.heard.filter((words) => words.startsWith('command'))).toEqual([
      'command unlock order=7',
      'command unlock order=8',
    ]);
  });

  it('[E3] a change of configuration or of a counter is an entry `state`, before the effects; nothing else is', () => {
    const lamp = bench().send('COUNT', 'ASIDE', 'CLEAR', 'CLEAR', 'PRESS');
    expect(lamp.of('state')).toEqual([
      { is: 'off', on: 'start', 'counter.presses': 0 },
      { is: 'off', on: 'COUNT', 'counter.presses': 1 },
      { is: 'off', on: 'CLEAR', 'counter.presses': 0 },
      { is: 'on', on: 'PRESS', 'counter.presses': 0 },
    ]);
    expect(lamp.heard[0]).toBe('friend ASIDE');
    expect(lamp.trace.slice(-4)).toEqual(['state on', 'left', 'passed', 'lit']);
  });

  it('[E4] timers take the value of the delay of their name, in milliseconds, and say it in words', () => {
    const lamp = bench({ parameters: { lamp: { briefMs: 1_234 } } }).send('PRESS');
    expect(lamp.after(1_233).is).toBe('on');
    expect(lamp.after(1).is).toBe('off');
    expect(lamp.of('state').at(-1)).toEqual({ is: 'off', on: 'after briefMs', 'counter.presses': 0 });
    expect(lamp.kernel.next_us).toBeNull();
  });

  it('[E4] a state that is left takes its timers with it', () => {
    const lamp = bench().send('PRESS', 'PRESS');
    expect(lamp.is).toBe('off');
    expect(lamp.kernel.next_us).toBeNull();
    expect(lamp.after(100).send('PRESS').after(249).is).toBe('on');
    expect(lamp.after(1).is).toBe('off');
  });

  it('[E5] counters saturate at 255, and `set` and `equals` go by their limit', () => {
    const lamp = bench({ parameters: { lamp: { most: 300 } } }).send(...Array<string>(260).fill('COUNT'));
    expect(lamp.of('state').at(-1)).toMatchObject({ 'counter.presses': COUNTER_MAX });
    expect(lamp.of('state')).toHaveLength(1 + COUNTER_MAX);
    expect(COUNTER_MAX).toBe(255);
    expect(
      bench({ parameters: { lamp: { most: 300 } } })
        .send('FULL')
        .of('state')
        .at(-1),
    ).toMatchObject({ 'counter.presses': 255 });
    expect(bench().send('FULL', 'PRESS').is).toBe('full');
    expect(bench().send('FULL', 'COUNT', 'PRESS').is).toBe('on');
  });

  it('[E6] an event that no active state expects changes nothing: no entry, no effect, no timer, no slot', () => {
    const lamp = bench().send({ type: 'PRESS', who: 'P01', order: 1 });
    const [entries, heard, due_us] = [lamp.entries.length, lamp.heard.length, lamp.kernel.next_us];
    lamp
      .after(100)
      .send({ type: 'NOBODY_KNOWS_IT', who: 'P99', order: 99 }, { type: 'COUNT', who: 'P99' }, { type: 'HOLD', who: 'P99' });
    expect([lamp.entries.length, lamp.heard.length, lamp.kernel.next_us]).toEqual([entries, heard, due_us]);
    lamp.send('PRESS', 'PRESS');
    expect(lamp.of('left').at(-1)).toEqual({ who: 'P01' });
    expect(lamp.heard.filter((words) => words.startsWith('command')).at(-1)).toBe('command unlock order=1');
  });

  it('[K7] goes on from a checkpoint at every step as if nothing had been', () => {
    const events = [{ type: 'COUNT', who: 'P02' }, 'PRESS', 'PRESS', 'FULL', { type: 'PRESS', order: 3 }, 'PRESS'];
    const whole = bench();
    const cuts: { readonly at: number; readonly checkpoint: KernelCheckpoint }[] = [];
    for (const [at, event] of events.entries()) {
      whole.send(event).after(100);
      cuts.push({ at, checkpoint: JSON.parse(JSON.stringify(whole.kernel.checkpoint())) });
    }
    whole.after(10_000);
    for (const { at, checkpoint } of cuts) {
      const again = bench({ start: false });
      again.kernel.restore(checkpoint);
      for (const event of events.slice(at + 1)) again.send(event).after(100);
      again.after(10_000);
      expect(again.kernel.digests, `from step ${at}`).toEqual(whole.kernel.digests);
      expect(again.heard).toEqual(whole.heard.slice(whole.heard.length - again.heard.length));
    }
  });

  it('refuses a role that nobody said anything of, and is silent to one that was said to be nobody', () => {
    const place = { address: 'it', level: 2, parameters: [] } as const;
    const make = (roles: Record<string, null>) =>
      new ChartComponent(new Kernel({ seed: 1 }), engine, { ...place, roles, command: () => {} });
    expect(() => make({})).toThrow('it: the role friend of chart lamp is not wired');
    const alone = make({ friend: null });
    alone.start();
    alone.handle({ type: 'PRESS' });
    expect(alone.state.configuration).toBe('on');
  });

  it('refuses to command where nothing leads to a hinge, and to be asked before it was started', () => {
    const kernel = new Kernel({ seed: 1 });
    const place = { address: 'it', level: 3, roles: { friend: null }, parameters: [] } as const;
    const upstairs = new ChartComponent(kernel, engine, place);
    expect(() => upstairs.state).toThrow('chart lamp was not started');
    upstairs.start();
    expect(() => upstairs.handle({ type: 'PRESS' })).toThrow('it at level 3 cannot command');
  });
});
