import './chart.css';
import type { ChartGraph, ChartLayout } from '@dosetwin/reports';
import { type ReactNode, type Ref, useEffect, useMemo, useRef, useState } from 'react';
import { cartridgeAddress } from '../pose/cartridgeAddress.js';
import { Icon } from '../sheet/Icon.js';
import { bench, useBench } from '../store/bench.js';
import { usePose } from '../store/usePose.js';
import { say } from '../text/say.js';
import { saySource } from '../trace/sayEntry.js';
import { ChartDrawing } from './ChartDrawing.js';
import { type ChartLife, chartLife } from './chartLife.js';
import { chartsOf } from './chartsOf.js';
import { type FoldedChart, foldChart } from './foldChart.js';
import { spineLayout } from './spineLayout.js';
import { wholeLayout } from './wholeLayout.js';

/** The address whose chart is shown: the one chosen, or the cartridge in focus. */
export function useShownChart(): string {
  const chosen = useBench((state) => state.chart);
  const machine = useBench((state) => state.machine);
  const focus = usePose().focusCartridge;
  return chosen ?? cartridgeAddress(machine, focus ?? 1);
}

/** A chart from its definition, with what has become of it by the instant shown. */
export function ChartPanel({ litRef, labels }: { readonly litRef?: Ref<SVGRectElement>; readonly labels: boolean }) {
  const address = useShownChart();
  const facts = useBench((state) => state.facts);
  const emulated = useBench((state) => state.controllers[address.split('/')[0] ?? ''] === 'emulated') && isOnBoard(address);
  const trace = useBench((state) => state.trace);
  const revision = useBench((state) => state.revision);
  const playhead_us = useBench((state) => state.playhead_us);
  const charts = useMemo(() => (facts === null || revision < 0 ? [] : chartsOf(facts, trace)), [facts, trace, revision]);
  const whole =
    charts.find((one) => one.address === address)?.graph ?? charts.find((one) => one.graph.name === 'cartridge')?.graph;
  const folded = useMemo(() => (whole === undefined || labels ? null : foldChart(whole)), [whole, labels]);
  const graph = folded?.graph ?? whole;
  const count = trace.countAt(playhead_us);
  const life = useMemo(
    () =>
      whole === undefined || revision < 0
        ? null
        : foldLife(chartLife(trace, address, whole, trace.entries[count - 1]?.t_us ?? -1), folded),
    [trace, revision, count, address, whole, folded],
  );
  const layout = useLayout(graph, labels);
  return (
    <section className="chart-panel" aria-label={say('chart.title')}>
      <header className="chart-head">
        <label>
          <span className="unseen">{say('chart.choose')}</span>
          <select
            value={charts.some((one) => one.address === address) ? address : ''}
            onChange={(event) => bench.setState({ chart: event.target.value })}
          >
            {charts.some((one) => one.address === address) ? null : <option value="">{saySource(address)}</option>}
            {charts.map((one) => (
              <option key={one.address} value={one.address}>
                {one.says}
              </option>
            ))}
          </select>
        </label>
        <span className="chart-live">{say(emulated ? 'chart.read' : 'chart.live')}</span>
        {labels ? null : (
          <button
            type="button"
            className="icon-button"
            aria-label={say('chart.enlarge')}
            title={say('chart.enlarge')}
            onClick={() => bench.setState({ sheet: 'chart' })}
          >
            <Icon name="larger" size={14} />
          </button>
        )}
      </header>
      <Body whole={labels} lit={layout === null ? '' : [...(life?.active ?? [])].join()}>
        {graph === undefined || layout === null || life === null ? null : (
          <ChartDrawing
            graph={graph}
            layout={layout}
            life={life}
            title={saySource(address)}
            labels={labels}
            {...(litRef === undefined ? {} : { litRef })}
          />
        )}
      </Body>
      {labels ? <Legend /> : null}
    </section>
  );
}

/** A whole chart may be larger than its sheet: it is moved to what is lit, and the keyboard can move it. */
function Body({ whole, lit, children }: { readonly whole: boolean; readonly lit: string; readonly children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!whole || lit === '') return;
    const states = box.current?.querySelectorAll('.state-live, .state-fault');
    states?.item(states.length - 1)?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [whole, lit]);
  if (!whole) return <div className="chart-body">{children}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within the keyboard's reach
    <section ref={box} className="chart-body chart-body-whole" aria-label={say('chart.whole')} tabIndex={0}>
      {children}
    </section>
  );
}

/** Charts of level 1 run on the board; the others are the host's. */
function isOnBoard(address: string): boolean {
  return /\/(interlock|cartridge-\d+)$/.test(address);
}

/** What was taken, in the lines of the folded drawing. */
function foldLife(life: ChartLife, folded: FoldedChart | null): ChartLife {
  if (folded === null) return life;
  const taken = new Set<string>();
  let last: string | null = null;
  for (const [id, whole] of folded.standsFor) {
    if (whole.some((one) => life.taken.has(one))) taken.add(id);
    if (whole.some((one) => one === life.last)) last = id;
  }
  return { ...life, taken, last };
}

function Legend() {
  return (
    <ul className="chart-legend">
      {(['passed', 'fault', 'live', 'never'] as const).map((one) => (
        <li key={one}>
          <span className={`swatch swatch-${one}`} aria-hidden="true" />
          {say(`chart.legend.${one}`)}
        </li>
      ))}
    </ul>
  );
}

/** The narrow panel's drawing is made at once; the whole chart with its labels takes a moment. */
function useLayout(graph: ChartGraph | undefined, labels: boolean): ChartLayout | null {
  const narrow = useMemo(() => (graph === undefined || labels ? null : spineLayout(graph)), [graph, labels]);
  const [made, setMade] = useState<{ readonly graph: ChartGraph; readonly layout: ChartLayout } | null>(null);
  useEffect(() => {
    if (graph === undefined || !labels) return;
    let wanted = true;
    void wholeLayout(graph).then((layout) => {
      if (wanted) setMade({ graph, layout });
    });
    return () => {
      wanted = false;
    };
  }, [graph, labels]);
  if (!labels) return narrow;
  return made !== null && made.graph === graph ? made.layout : null;
}
