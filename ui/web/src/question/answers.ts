import { bench } from '../store/bench.js';
import { act } from '../store/client.js';
import { play } from '../store/playback.js';
import { openJam } from '../trace/openJam.js';
import { chainOf } from './chainOf.js';

/** A key on site is followed until the jam is cleared, or for so long. */
const HELPED_US = 1_800_000_000;

function current() {
  const state = bench.getState();
  const jam = openJam(state.trace, state.machine, state.playhead_us);
  return jam === null || jam.cleared !== null || state.facts === null ? null : { state, facts: state.facts, jam };
}

/** Plays on, a minute a second, until everybody in the chain was asked once and answered. */
export function callAlongTheChain(): void {
  const now = current();
  if (now === null) return;
  const { state, facts, jam } = now;
  const answers = chainOf(facts, state.machine).flatMap((contact) => {
    const answered = state.trace.next(jam.t_us, contact, 'answered');
    return answered === undefined ? [] : [answered.t_us];
  });
  const until_us = Math.max(state.playhead_us, ...answers) + 1_000_000;
  bench.setState({ answer: { jam_us: jam.t_us, way: 'call' }, speed: 60, loop: null });
  play();
  if (answers.length > 0) bench.setState({ tour: { inside_us: jam.t_us, until_us } });
}

/** Somebody on site turns a key now, takes out what hangs, and two people count: one input of the record. */
export function putAKeyOnSite(): void {
  const now = current();
  if (now === null) return;
  const { state, jam } = now;
  const until_us = state.playhead_us + HELPED_US;
  act({ role: 'site-staff', kind: 'key-on-site', machine: state.machine, by: 'site-staff' });
  bench.setState({
    answer: { jam_us: jam.t_us, way: 'key' },
    speed: 60,
    loop: null,
    tour: { inside_us: jam.t_us, until_us, cleared: jam.cartridge },
  });
  play();
}

/** Plays the afternoon on, as fast as can be drawn. */
export function letItRun(): void {
  const now = current();
  if (now === null) return;
  bench.setState({ answer: { jam_us: now.jam.t_us, way: 'run' }, speed: 0, loop: null });
  play();
}
