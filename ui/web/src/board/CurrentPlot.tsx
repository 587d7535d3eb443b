import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { useTheme } from '../theme/useTheme.js';
import type { CurrentView } from '../worker/board/BoardView.js';
import { currentSeries } from './currentSeries.js';

interface CurrentPlotProps {
  readonly current: CurrentView;
  readonly t_us: number;
  readonly limit: number;
  readonly limitSays: string;
}

const HEIGHT_PX = 210;
const FONT = '11px "Geist Mono Variable", ui-monospace, monospace';

/** Current over time since the motor started, with the limit as a line. */
export function CurrentPlot({ current, t_us, limit, limitSays }: CurrentPlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const data = useRef<uPlot.AlignedData>([[], [], []]);
  const theme = useTheme();
  data.current = currentSeries(current, t_us);
  useEffect(() => {
    const target = box.current;
    if (target === null) return;
    // The theme is asked for by the names of the style sheet, which it changes before this.
    const made = new uPlot(optionsOf(target, limit, limitSays, theme), data.current, target);
    plot.current = made;
    const watch = new ResizeObserver(() => made.setSize({ width: target.clientWidth, height: HEIGHT_PX }));
    watch.observe(target);
    return () => {
      watch.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [limit, limitSays, theme]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the series are a function of these two
  useEffect(() => plot.current?.setData(data.current), [current, t_us]);
  return <div ref={box} className="current-plot" style={{ height: HEIGHT_PX }} />;
}

/** A colour of the style sheet as a canvas understands it. */
function colourOf(element: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function optionsOf(target: HTMLElement, limit: number, limitSays: string, theme: string): uPlot.Options {
  const colour = (name: string) => colourOf(target, name);
  const [ink, second, hair, live, fault] = ['--ink', '--ink-second', '--grid', '--live', '--fault-text'].map(colour);
  const axis = { stroke: second ?? '', font: FONT, grid: { stroke: hair ?? '', width: 1 }, ticks: { show: false } };
  return {
    class: `plot-${theme}`,
    width: target.clientWidth,
    height: HEIGHT_PX,
    legend: { show: false },
    cursor: { show: false },
    padding: [12, 8, 0, 0],
    scales: { x: { time: false }, y: { range: [0, Math.max(1000, limit * 1.2)] } },
    axes: [
      { ...axis, size: 26, values: (_, ticks) => ticks.map((one) => `${one} s`) },
      { ...axis, size: 58, values: (_, ticks) => ticks.map((one) => `${one} mA`) },
    ],
    series: [
      {},
      // What the board kept lies under what was at its pins.
      { stroke: live ?? '', width: 0, points: { show: true, size: 5, fill: live ?? '', stroke: live ?? '' } },
      { stroke: ink ?? '', width: 1.2, spanGaps: false, points: { show: false } },
    ],
    hooks: { draw: [(plot) => drawLimit(plot, limit, limitSays, fault ?? '')] },
  };
}

function drawLimit(plot: uPlot, limit: number, says: string, colour: string): void {
  const { ctx, bbox } = plot;
  const y = plot.valToPos(limit, 'y', true);
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = ratio;
  ctx.setLineDash([5 * ratio, 4 * ratio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = `500 ${12 * ratio}px "Geist Variable", system-ui, sans-serif`;
  ctx.textAlign = 'right';
  ctx.fillText(says, bbox.left + bbox.width, y - 6 * ratio);
  ctx.restore();
}
