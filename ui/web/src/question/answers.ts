import { bench } from '../store/bench.js';
import { act } from '../store/client.js';
import { play } from '../store/playback.js';
import { openJam } from '../trace/openJam.js';
import { chainOf } from './chainOf.js';

/** What a person with a key needs from the lock to the last screw, milliseconds. For a walk through, not a measure. */
const FREE_MS = 25_000;
const SHUT_MS = 45_000;
const COUNT_MS = 60_000;

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

/** Somebody on site turns a key now, takes out what hangs, and two people count: as inputs of the record. */
export function putAKeyOnSite(): void {
  const now = current();
  if (now === null) return;
  const { state, jam } = now;
  const { machine } = state;
  const role = 'site-staff';
  const { cartridge } = jam;
  act(
    [
      { role, kind: 'open-door', machine },
      { role, kind: 'free', machine, cartridge },
      { role, kind: 'close-door', machine },
    ],
    [0, FREE_MS, SHUT_MS],
  );
  bench.setState({ answer: { jam_us: jam.t_us, way: 'key' }, speed: 10, loop: null, tour: { inside_us: jam.t_us, until_us: state.playhead_us + 1000 * (COUNT_MS + SHUT_MS) } });
  play();
}

/** Plays the afternoon on, as fast as can be drawn. */
export function letItRun(): void {
  const now = current();
  if (now === null) return;
  bench.setState({ answer: { jam_us: now.jam.t_us, way: 'run' }, speed: 0, loop: null });
  play();
}
