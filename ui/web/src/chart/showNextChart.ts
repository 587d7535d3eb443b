import { cartridgeAddress } from '../pose/cartridgeAddress.js';
import { poseAt } from '../pose/poseAt.js';
import { bench } from '../store/bench.js';
import { say } from '../text/say.js';
import { chartsOf, nextChart } from './chartsOf.js';

/** Shows the chart after the one shown. */
export function showNextChart(): void {
  const { facts, trace, chart, machine, playhead_us, chosenCartridge } = bench.getState();
  const shown = facts?.machines.find((one) => one.id === machine);
  if (facts === null || shown === undefined) return;
  const focus = poseAt(trace, shown, playhead_us, chosenCartridge, say).focusCartridge ?? 1;
  bench.setState({ chart: nextChart(chartsOf(facts, trace), chart ?? cartridgeAddress(machine, focus)) });
}
