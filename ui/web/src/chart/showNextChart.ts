import { cartridgeAddress } from '../pose/cartridgeAddress.js';
import { bench } from '../store/bench.js';
import { chartsOf, nextChart } from './chartsOf.js';

/** Shows the chart after the one shown. */
export function showNextChart(): void {
  const { facts, trace, chart, machine } = bench.getState();
  if (facts === null) return;
  bench.setState({ chart: nextChart(chartsOf(facts, trace), chart ?? cartridgeAddress(machine, 1)) });
}
