import { CHARTS, type ChartTable, compileChart } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { everyFeature } from '../../test/everyFeature.js';
import { allOf, readXml, type XmlElement } from '../../test/readXml.js';
import { renderChartScxml } from './renderChartScxml.js';

const TABLES = [...CHARTS.map(compileChart), everyFeature];
const STATES = ['state', 'parallel', 'final', 'history'];

function read(table: ChartTable): { scxml: XmlElement; states: XmlElement[] } {
  const scxml = readXml(renderChartScxml(table));
  return { scxml, states: STATES.flatMap((name) => allOf(scxml, name)) };
}

/** The transitions that stand directly in a state. */
function ownTransitions({ inside }: XmlElement): XmlElement[] {
  return inside.filter((one): one is XmlElement => typeof one !== 'string' && one.name === 'transition');
}

describe.each(TABLES)('SCXML of $chart', (table) => {
  const { scxml, states } = read(table);
  const ids = new Set(states.map(({ attributes }) => attributes.id));

  it('has every state once, under a name that XML allows', () => {
    expect(scxml.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/07/scxml', version: '1.0', name: table.chart });
    expect(ids.size).toBe(table.states.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
    expect(allOf(scxml, 'parallel')).toHaveLength(table.states.filter(({ kind }) => kind === 'parallel').length);
    expect(allOf(scxml, 'initial')).toHaveLength(table.states.filter(({ kind }) => kind === 'compound').length);
  });

  it('has every transition, with its guard and as many targets, all of which exist', () => {
    const ways = states.filter(({ name }) => name !== 'history').flatMap(ownTransitions);
    expect(ways).toHaveLength(table.transitions.length - 1);
    const guarded = table.transitions.filter(({ guard }) => guard >= 0).length;
    expect(ways.filter(({ attributes }) => attributes.cond !== undefined)).toHaveLength(guarded);
    for (const { attributes } of allOf(scxml, 'transition'))
      for (const target of attributes.target?.split(' ') ?? []) expect(ids).toContain(target);
    const inTable = table.states.map((_, state) =>
      table.transitions.filter(({ source }, index) => source === state && index !== table.initial),
    );
    const counts = inTable.map(({ length }) => length).sort();
    expect(states.map((state) => (state.name === 'history' ? 0 : ownTransitions(state).length)).sort()).toEqual(counts);
  });

  it('sends every delay and cancels it by the same id', () => {
    const timed = allOf(scxml, 'send').filter(({ attributes }) => attributes.delay !== undefined);
    const delays = table.timers.map(({ delay }) => `${table.delays[delay]?.ms}ms`);
    expect(timed.map(({ attributes }) => attributes.delay).sort()).toEqual(delays.sort());
    const sent = timed.map(({ attributes }) => attributes.id).sort();
    expect(new Set(sent).size).toBe(sent.length);
    expect(
      allOf(scxml, 'cancel')
        .map(({ attributes }) => attributes.sendid)
        .sort(),
    ).toEqual(sent);
    const heard = allOf(scxml, 'transition').map(({ attributes }) => attributes.event);
    for (const { attributes } of timed) expect(heard).toContain(attributes.event);
  });
});

it('says guards and counters as expressions that ECMAScript understands', () => {
  const { scxml } = read(everyFeature);
  const objects = Object.fromEntries(
    allOf(scxml, 'data').map(({ attributes }) => [
      attributes.id,
      JSON.parse((attributes.expr ?? '').replace(/(\w+):/g, '"$1":')),
    ]),
  );
  expect(objects).toEqual({ counter: { tries: 0 }, limit: { mostTries: 3 }, slot: {} });
  const conditions = allOf(scxml, 'transition').flatMap(({ attributes }) => attributes.cond ?? []);
  expect(conditions).toEqual(['counter.tries === limit.mostTries', 'counter.tries < limit.mostTries']);
  expect(allOf(scxml, 'assign').map(({ attributes }) => attributes.expr)).toEqual(['0', 'Math.min(limit.mostTries, 7)']);
});

it('asks names first, then longer prefixes, shorter ones and the star; escapes what XML would take for its own', () => {
  const { scxml, states } = read(everyFeature);
  const root = states.find(({ attributes }) => attributes.id === 'every') as XmlElement;
  expect(ownTransitions(root).map(({ attributes }) => attributes.event)).toEqual(['foo.bar.*', 'foo.*', '*']);
  expect(allOf(scxml, 'raise').map(({ attributes }) => attributes.event)).toEqual(['GO:"&"']);
  expect(allOf(scxml, 'log')[0]?.attributes.expr).toContain('"a \\"word\\" --> <b>"');
  expect(allOf(scxml, 'history').map(({ attributes }) => attributes.type)).toEqual(['deep', 'shallow']);
});

it('tells effects apart by where they go', () => {
  const sends = (chart: string) => {
    const definition = CHARTS.find(({ name }) => name === chart);
    if (definition === undefined) throw new Error(`no chart ${chart}`);
    return allOf(read(compileChart(definition)).scxml, 'send').map(
      ({ attributes }) => `${attributes.target} ${attributes.event}`,
    );
  };
  expect(sends('cartridge')).toEqual(expect.arrayContaining(['dosetwin:actuator/motor run', 'dosetwin:hinge signal.moving']));
  expect(sends('session')).toEqual(expect.arrayContaining(['dosetwin:hinge command.vend', 'dosetwin:role/ticket JAM']));
});
