/// <reference lib="webworker" />
import type { BenchRun } from './BenchRun.js';
import type { FromWorker, ToWorker } from './protocol.js';
import { runs } from './runs.js';

/** The worker: runs the twin ahead of the page in short slices, so that a message is answered between two of them. */
const SLICE_MS = 12;
/** How far a run goes in one step, at first and at least: firmware takes a thousand times as long as the model. */
const MODEL_PACE = { first_us: 60_000_000, least_us: 60_000_000 };
const FIRMWARE_PACE = { first_us: 2_000_000, least_us: 20_000 };
/** What is only further on is told so often; a page that draws each slice would have no time for anything else. */
const TOLD_EVERY_MS = 120;

let run: BenchRun | null = null;
let runNumber = 0;
let sent = 0;
let pace = MODEL_PACE;
let step_us = MODEL_PACE.first_us;
let told_ms = 0;
let pending = false;

const channel = new MessageChannel();
channel.port1.onmessage = () => {
  pending = false;
  slice();
};

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  try {
    take(event.data);
  } catch (error) {
    post({ type: 'refused', messages: (error instanceof Error ? error.message : String(error)).split('\n') });
  }
});

function take(message: ToWorker): void {
  switch (message.type) {
    case 'list':
      post({ type: 'listed', scenarios: message.texts.map((text) => runs.list(text)), figures: runs.figures() });
      break;
    case 'open':
      run = runs.open(message.scenario, message.variant, message.inputs, message.controllers);
      runNumber = message.run;
      sent = 0;
      pace = paceOf(run);
      step_us = pace.first_us;
      post({ type: 'opened', run: runNumber, facts: run.facts, inputs: run.inputs, controllers: run.controllers });
      goOn();
      break;
    case 'act':
      if (run === null) break;
      runNumber = message.run;
      run.windBack(message.at_us);
      // What stands up to here the page has; what the input causes at this very instant it has not.
      sent = Math.min(sent, run.entries.length);
      try {
        run.input(message.inputs);
      } finally {
        // What is refused changes nothing, and the run goes on from where it was wound back to.
        run.runUntil(Math.min(run.facts.length_us, message.at_us + pace.first_us / 2));
        send(run);
        goOn();
      }
      break;
    case 'board':
      post({
        type: 'board',
        id: message.id,
        run: message.run,
        view: run !== null && message.run === runNumber ? run.board(message.ask) : null,
      });
      break;
    case 'record':
      if (run !== null) post({ type: 'recorded', ...run.recordText() });
      break;
  }
}

function goOn(): void {
  if (pending || run === null || run.now_us >= run.facts.length_us) return;
  pending = true;
  channel.port2.postMessage(null);
}

/** A slice of the run: as many steps as fit; a step grows while steps are quick. */
function slice(): void {
  if (run === null) return;
  const from_ms = performance.now();
  try {
    while (run.now_us < run.facts.length_us && performance.now() - from_ms < SLICE_MS) {
      const step_ms = performance.now();
      run.runUntil(Math.min(run.facts.length_us, run.now_us + step_us));
      step_us = performance.now() - step_ms < SLICE_MS / 4 ? step_us * 2 : Math.max(pace.least_us, Math.floor(step_us / 2));
    }
  } catch (error) {
    post({ type: 'refused', messages: [error instanceof Error ? error.message : String(error)] });
    run = null;
    return;
  }
  const isOver = run.now_us >= run.facts.length_us;
  if (isOver || run.entries.length > sent || performance.now() - told_ms > TOLD_EVERY_MS) send(run);
  goOn();
}

function paceOf({ controllers }: BenchRun) {
  return Object.values(controllers).includes('emulated') ? FIRMWARE_PACE : MODEL_PACE;
}

function send(from: BenchRun): void {
  told_ms = performance.now();
  const entries = from.entries.slice(sent);
  const { now_us: reached_us, inputs } = from;
  post({ type: 'entries', run: runNumber, keep: sent, entries, reached_us, inputs, verdicts: from.verdicts() });
  sent = from.entries.length;
}

function post(message: FromWorker): void {
  self.postMessage(message);
}
