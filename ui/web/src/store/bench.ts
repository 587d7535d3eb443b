import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { TraceIndex } from '../trace/TraceIndex.js';
import type { BenchState } from './BenchState.js';

export const emptyBench: BenchState = {
  scenarios: [],
  figures: [],
  opened: null,
  facts: null,
  controllers: {},
  choice: null,
  machine: '',
  run: 0,
  trace: new TraceIndex(),
  revision: 0,
  reached_us: 0,
  horizon_us: 0,
  playhead_us: 0,
  wanted_us: null,
  playing: false,
  speed: 1,
  loop: null,
  inputs: [],
  verdicts: [],
  branch: null,
  tour: null,
  region: false,
  view: 'front',
  lookInside: false,
  chart: null,
  chosenCartridge: null,
  sheet: null,
  tab: 'machine',
  theme: 'auto',
  answer: null,
  refusal: null,
  sceneReady: false,
};

/** The page's state, without React; `useBench` is the hook on top. */
export const bench = createStore<BenchState>()(() => emptyBench);

export function useBench<T>(select: (state: BenchState) => T): T {
  return useStore(bench, select);
}
