import type { ViewName } from '../scene/ViewCamera.js';
import { bench } from '../store/bench.js';
import { openJam } from '../trace/openJam.js';

/** The element that leads from a machine back to the map. */
export const WAY_BACK = 'way-back';

/** From the map into one machine's twin; a jam there is looked at from inside. */
export function walkInto(machine: string, view: ViewName = 'front'): void {
  const { trace, playhead_us, speed } = bench.getState();
  const jam = openJam(trace, machine, playhead_us);
  bench.setState({
    region: false,
    machine,
    chosenCartridge: null,
    chart: null,
    view,
    tour: null,
    lookInside: jam !== null && jam.cleared === null,
    // An hour a second is for roads.
    speed: speed === 0 ? 1 : speed,
  });
  focusSoon(WAY_BACK);
}

/** Back to the map, where there is one, to the machine that was left. */
export function backToRegion(): void {
  const { facts, speed, region, machine } = bench.getState();
  if (region || (facts?.machines.length ?? 0) < 2) return;
  bench.setState({ region: true, tour: null, speed: speed === 1 ? 0 : speed });
  focusSoon(`to-${machine}`);
}

/** A view of a machine: from the map this walks to the one left last. */
export function lookAt(view: ViewName): void {
  const { region, machine } = bench.getState();
  if (region) walkInto(machine, view);
  else bench.setState({ view });
}

/** What had the focus is gone from the page: it goes on to where the way leads on. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()));
}
