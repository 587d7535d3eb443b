import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHARTS } from '../CHARTS.js';
import type { ChartDefinition } from '../charts/ChartDefinition.js';
import { Dispenser } from '../dispenser/Dispenser.js';
import { ScriptedBody } from '../dispenser/test/ScriptedBody.js';
import type { ChartEffect, ChartEngine, ChartState, ChartStep } from '../engine/ChartEngine.js';
import { type Component, Kernel, type KernelEvent, type Place } from '../kernel/Kernel.js';
import type { Level } from '../kernel/trace.js';
import { buildPeople } from './buildPeople.js';
import { buildSites } from './buildSites.js';
import { buildSupport } from './buildSupport.js';
import { afternoon, desk, nurse, site } from './test/afternoon.js';

const M = 'harbour-house-1';
const [MACHINE] = afternoon.machines as [(typeof afternoon.machines)[0]];

/** Keeps whom it knows, and who tells whom what while the charts start; delivers nothing. */
class NotingKernel extends Kernel {
  readonly components = new Map<string, Component>();
  readonly told: { readonly to: string; readonly event: string; readonly by: string }[] = [];
  speaker = '';

  override register(address: string, level: Level, component: Component): Place {
    this.components.set(address, component);
    return super.register(address, level, component);
  }

  override post(to: string | Place, event: KernelEvent): void {
    if (this.speaker !== '') this.told.push({ to: this.placeOf(to).address, event: event.type, by: this.speaker });
    else super.post(to, event);
  }
}

/** In place of a chart's behaviour: at its start it tells all that the chart ever tells. */
class TellsAll implements ChartEngine {
  constructor(
    readonly definition: ChartDefinition,
    readonly kernel: NotingKernel,
  ) {}

  start(): ChartStep {
    this.kernel.speaker = this.definition.name;
    return { state: { configuration: 'told', counters: {} }, effects: tellsOf(this.definition.machine.config) };
  }

  step(state: ChartState): ChartStep {
    return { state, effects: [] };
  }

  save(): null {
    return null;
  }

  restore(): ChartState {
    return { configuration: 'told', counters: {} };
  }
}

function tellsOf(part: unknown): ChartEffect[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'type' in part && part.type === 'tell' && 'params' in part ? [part as unknown as ChartEffect] : [];
  return [...own, ...Object.values(part).flatMap(tellsOf)];
}

/** A whole world as it is wired, with charts that tell all they can. */
function wired(): NotingKernel {
  const kernel = new NotingKernel({ seed: 1 });
  const engineOf = (definition: ChartDefinition) => new TellsAll(definition, kernel);
  const addressesOf = (machine: string) => ({
    session: `${machine}/session`,
    hands: `${machine}/hands`,
    inventory: `${machine}/counts`,
    recovery: `${machine}/recovery`,
  });
  const spec = { ...afternoon, contacts: [nurse, desk], sites: [{ ...site, chain: ['nurse', 'desk'] }] };
  const startables = [
    ...buildSites(kernel, spec),
    new Dispenser(
      kernel,
      {
        machine: MACHINE,
        site,
        people: spec.people,
        epoch_us: spec.epoch_us,
        body: new ScriptedBody(),
        helpline: `${M}/helpline`,
        parameters: [],
      },
      engineOf,
    ),
    ...buildSupport(kernel, spec, addressesOf, engineOf),
    ...buildPeople(kernel, spec, addressesOf, engineOf),
  ];
  for (const startable of startables) {
    startable.start();
    kernel.speaker = '';
  }
  return kernel;
}

/** The chart that stands at an address, if it is one. */
const CHART_AT: Readonly<Record<string, string>> = {
  [`${M}/session`]: 'session',
  [`${M}/palm`]: 'palm',
  [`${M}/override`]: 'override',
  [`${M}/inventory`]: 'inventory',
  [`${M}/link`]: 'link',
  [`${M}/ticket`]: 'ticket',
  P19: 'person',
  nurse: 'contact',
  desk: 'desk',
};
const eventsOf = (name: string) => CHARTS.find((chart) => chart.name === name)?.machine.events ?? [];

/** Whether a part knows an event: those that it does not know it refuses in these words. */
function knows(part: Component, type: string): boolean {
  try {
    part.handle({ type });
    return true;
  } catch (error) {
    return !(error instanceof Error && error.message.includes('does not know the event'));
  }
}

describe('who hears what', () => {
  const kernel = wired();

  it('is this, and nothing else', () => {
    const lines = new Map<string, Set<string>>();
    for (const { by, to, event } of kernel.told) {
      const line = `${by} to ${to.replace(`${M}/`, '')}`;
      lines.set(line, (lines.get(line) ?? new Set()).add(event));
    }
    const table = Object.fromEntries([...lines].map(([line, events]) => [line, [...events].sort().join(' ')]));
    expect(table).toEqual({
      'session to hinge': 'NOT_TAKEN SESSION_IDLE SESSION_OUT SILENT',
      'session to lobby': 'DOSE_READY MACHINE_DOWN MACHINE_FREE SERVED TURNED_AWAY',
      'session to palm': 'CAPTURE GONE',
      'session to authoriser': 'ASK CHUTE_BLOCKED NOT_TAKEN',
      'session to helpline': 'JAM',
      'palm to reader': 'CAPTURE COMPARE LOCK_OUT',
      'palm to session': 'LOCKED_OUT MATCHED',
      'palm to signers': 'OVERRIDE_ASKED',
      'override to signers': 'OVERRIDE_WITHDRAWN',
      'override to reader': 'LET_THROUGH',
      'override to lobby': 'LET_THROUGH NOT_LET_THROUGH',
      'link to helpline': 'LINK_LOST LINK_RESTORED',
      'ticket to helpline': 'ASK NEXT OPENS SECOND_WANTED SIGN',
      'ticket to hands': 'CLEAN_BEAM CLOSE_DOOR EMPTY_BOX FREE FREE_FLAP OPEN_DOOR',
      'ticket to counts': 'COUNTED',
      'contact to nurse/diary': 'ASKED READY',
      'desk to desk/diary': 'ASKED NOT_RECOVERED RECOVERED',
      'person to P19/habit': 'AT_MACHINE IN_LINE LEFT SERVED SETS_OUT TURNED_AWAY WAITS_FOR_HELP',
      'person to lobby': 'ENQUEUE LEAVES STEPS_ASIDE',
      'person to session': 'PRESENTED',
      'person to hands': 'TAKE',
      'person to helpline': 'LEFT TOLD',
    });
  });

  it('holds every event that a chart tells, and each is known to whom it is told', () => {
    const told = [...new Map(kernel.told.map((one) => [`${one.by} tells ${one.to} ${one.event}`, one])).entries()];
    expect(told.length).toBeGreaterThan(50);
    const unknown = told.filter(([, { to, event }]) => {
      const chart = CHART_AT[to];
      if (chart !== undefined) return !eventsOf(chart).includes(event);
      const part = wired().components.get(to);
      // While nobody visits, a habit hears nothing at all.
      if (to === 'P19/habit') part?.handle({ type: 'COMES', window: 1 });
      return part === undefined || !knows(part, event);
    });
    expect(unknown.map(([line]) => line)).toEqual([]);
  });

  it('is refused by each part in so many words where it does not know it', () => {
    const parts = ['hinge', 'counts', 'authoriser', 'reader', 'recovery', 'hands', 'lobby', 'signers', 'helpline'].map(
      (part) => `${M}/${part}`,
    );
    const taking = [...parts, 'nurse/diary', 'desk/diary'].filter((address) => {
      const part = wired().components.get(address);
      return part === undefined || knows(part, 'NOBODY_KNOWS_IT');
    });
    expect(taking).toEqual([]);
  });
});

/** Text of every file of the twin that runs, charts left out. */
const SOURCES = ['body', 'dispenser', 'world', 'world/pharmacy', 'world/programme']
  .flatMap((folder) => {
    const path = new URL(`../${folder}/`, import.meta.url);
    return readdirSync(path)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(new URL(file, path), 'utf8'));
  })
  .join('\n');

describe('the events of charts', () => {
  it.each(CHARTS.map((definition) => [definition.name, definition] as const))(
    '%s: each is told by a chart, or named by a part',
    (_, { machine }) => {
      const byCharts = new Set(CHARTS.flatMap(({ machine: { config } }) => tellsOf(config).map(({ params }) => params.event)));
      const named = (event: string) => byCharts.has(event) || SOURCES.includes(`'${event}'`) || inDark(event);
      const silent = machine.events.filter((event) => !event.startsWith('xstate.') && !named(event));
      expect(silent).toEqual([]);
    },
  );

  it('and every event that a part posts is known to some chart or part', () => {
    const inSources = (pattern: RegExp) => [...SOURCES.matchAll(pattern)].map(([, event]) => event as string);
    const known = new Set([
      ...CHARTS.flatMap(({ machine }) => machine.events),
      ...inSources(/case '([A-Z_]+)'/g),
      ...inSources(/type [!=]== '([A-Z_]+)'/g),
    ]);
    const posted = inSources(/type: '([A-Z_]+)'/g);
    expect(posted.length).toBeGreaterThan(80);
    // Of the two words of a fault, its end is whatever is not its beginning; a site has one event.
    expect([...new Set(posted)].filter((event) => !known.has(event) && event !== 'ENDS' && event !== 'HOURS')).toEqual([]);
  });

  /** The controller puts these together from two words. */
  function inDark(event: string): boolean {
    return event.endsWith('_IN_DARK') && SOURCES.includes(`'${event.replace('_IN_DARK', '')}'`) && SOURCES.includes('_IN_DARK`');
  }
});
