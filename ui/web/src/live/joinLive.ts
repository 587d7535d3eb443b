import { bench } from '../store/bench.js';
import { type Deed, followElsewhere } from '../store/client.js';
import { goTo } from '../store/playback.js';
import { say } from '../text/say.js';
import type { BenchEntry } from '../trace/BenchEntry.js';
import type { RunInput } from '../worker/protocol.js';
import { LiveConnection, type LiveRequest, type OpenWire } from './LiveConnection.js';
import { LIVE_PATH, type LiveEntry, type LiveState } from './liveProtocol.js';
import { liveStore, noLive } from './liveStore.js';

/** The picture stays so far behind the run, on the wall, that it moves evenly between two messages. */
const BEHIND_MS = 400;
/** Further off than this it is set anew. */
const OFF_MS = 1_500;

let connection: LiveConnection | null = null;
/** The number of the live run in the store; with another one there, the page shows something else. */
let runNumber = -1;
/** The playhead is moved by the run, and not by a person. */
let isOwnMove = false;

/** Joins the live run of the server that gave out this page. */
export function joinLive(token: string | undefined): void {
  leaveLive();
  liveStore.setState({ ...noLive, is: 'joining' });
  let take: ReturnType<typeof followElsewhere> | null = null;
  let inputs: RunInput[] = [];
  const joined = new LiveConnection(openWire, token, {
    joined: ({ facts, rights }, isBack) => {
      liveStore.setState({ is: 'joined', rights, notice: null });
      if (isBack) return;
      inputs = [];
      runNumber = bench.getState().run + 1;
      take = followElsewhere({ act: doDeed, save: () => notice(say('live.recordIsThere')) });
      liveStore.setState({ following: true });
      take({ type: 'opened', run: runNumber, facts, inputs: [] });
    },
    entries: (entries) => {
      const fresh = entries.map(asBenchEntry);
      inputs = [...inputs, ...fresh.flatMap(asRunInput)];
      const { reached_us, trace, verdicts } = bench.getState();
      const last_us = Math.max(reached_us, fresh.at(-1)?.t_us ?? 0);
      take?.({
        type: 'entries',
        run: runNumber,
        keep: trace.entries.length,
        entries: fresh,
        reached_us: last_us,
        inputs,
        verdicts,
      });
    },
    state: (state) => {
      liveStore.setState({ state });
      if (bench.getState().run === runNumber) showState(state);
      if (liveStore.getState().following) goAlong(state);
    },
    lost: () => liveStore.setState({ is: 'lost' }),
    ended: (_, says) => {
      liveStore.setState({ is: 'ended' });
      bench.setState({ refusal: [say('live.ended', { says })] });
    },
  });
  connection = joined;
}

/** Leaves the live run; what was seen of it stays shown until something else is opened. */
export function leaveLive(): void {
  connection?.leave();
  connection = null;
  runNumber = -1;
  liveStore.setState(noLive);
}

/** Goes along with the run again. */
export function followLive(): void {
  liveStore.setState({ following: true });
  const { state } = liveStore.getState();
  if (state !== null) goAlong(state);
}

/** Asks the run for something, and says what came of it where that is not plain to see. */
export function askLive(request: LiveRequest): void {
  void connection?.ask(request).then((answer) => {
    if (answer.is === 'done') return liveStore.setState({ notice: null });
    notice(answer.is === 'lost' ? say('live.unknown') : say('live.refused', { says: answer.says }));
  });
}

/** A deed is done when it reaches the run, whatever instant is looked at; so whoever does it is shown that. */
function doDeed(deed: Deed): void {
  if (!liveStore.getState().rights.includes('act')) return notice(say('live.watchOnly'));
  followLive();
  askLive({ type: 'act', deed });
}

function notice(text: string): void {
  liveStore.setState({ notice: text });
}

/** Moves the picture with the run: the play loop does it, from a little behind and as fast as the run. */
function goAlong({ now_us, pace, paused, finished }: LiveState): void {
  const stands = paused || finished;
  const perMs_us = 1_000 * (pace === 0 ? 60 : pace);
  const goal_us = stands || pace === 0 ? now_us : Math.max(0, now_us - BEHIND_MS * perMs_us);
  const offMs = Math.abs(bench.getState().playhead_us - goal_us) / perMs_us;
  isOwnMove = true;
  if (stands || pace === 0 || offMs > OFF_MS) goTo(goal_us);
  bench.setState({ playing: !stands && pace !== 0, speed: pace, tour: null, loop: null });
  isOwnMove = false;
}

function showState({ now_us, verdicts }: LiveState): void {
  bench.setState(({ reached_us }) => ({ reached_us: Math.max(reached_us, now_us), verdicts }));
}

// Whoever pauses or looks at another instant goes along no longer; whoever opens something else leaves.
bench.subscribe((now, before) => {
  if (runNumber < 0) return;
  if (now.run !== runNumber) return leaveLive();
  if (isOwnMove || !liveStore.getState().following) return;
  const isBack = now.playhead_us < before.playhead_us;
  const isPaused = before.playing && !now.playing && now.playhead_us < now.reached_us;
  if (isBack || isPaused) liveStore.setState({ following: false });
});

const openWire: OpenWire = (on) => {
  const url = new URL(LIVE_PATH, location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(url);
  socket.addEventListener('open', on.opened);
  socket.addEventListener('message', ({ data }) => on.message(String(data)));
  socket.addEventListener('close', ({ code }) => on.closed(code));
  return { send: (text) => socket.send(text), close: () => socket.close() };
};

function asBenchEntry([t_us, level, source, kind, payload]: LiveEntry): BenchEntry {
  return { t_us, level, source, kind, payload };
}

function asRunInput({ t_us, source, kind, payload }: BenchEntry): RunInput[] {
  return source === 'input' ? [{ role: '', ...payload, t_us, kind }] : [];
}
