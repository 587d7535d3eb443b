import type { ViewName } from '../scene/ViewCamera.js';
import type { TraceIndex } from '../trace/TraceIndex.js';
import type { BenchFacts, ParameterFacts, VerdictFacts } from '../worker/BenchFacts.js';
import type { ListedScenario, RunControllers, RunInput, ScenarioText } from '../worker/protocol.js';

/** 0 stands for `max`: as fast as the page can draw it. */
export const SPEEDS = [1, 10, 60, 0] as const;
export type Speed = (typeof SPEEDS)[number];

export type Theme = 'auto' | 'light' | 'dark';
export type Tab = 'machine' | 'log' | 'chart' | 'timeline';
export type Sheet = 'board' | 'log' | 'help' | 'hands' | 'assumptions' | 'chart' | 'week' | 'menu' | 'scenarios';

/** What the page shows besides what the trace says. */
export interface BenchState {
  readonly scenarios: readonly ListedScenario[];
  /** Every figure of the model with its default, before a scenario is open. */
  readonly figures: readonly ParameterFacts[];
  /** The opened scenario's text, to run it again. */
  readonly opened: ScenarioText | null;
  readonly facts: BenchFacts | null;
  /** Who stands below each machine's hinge in this run; empty where it goes on elsewhere. */
  readonly controllers: RunControllers;
  /** What was chosen, for this run or the next; `null`: as the file says, else the model. */
  readonly choice: readonly string[] | null;
  /** The machine in the picture. */
  readonly machine: string;
  /** Which run the worker's entries belong to: those of an older one are ignored. */
  readonly run: number;
  readonly trace: TraceIndex;
  /** Grows with every change of the trace, which itself is one growing object. */
  readonly revision: number;
  /** The worker has run so far. */
  readonly reached_us: number;
  /** How far has been lived: past it only calendars and expectations are shown. */
  readonly horizon_us: number;
  readonly playhead_us: number;
  /** An instant that was asked for before the run had come to it; it is shown as soon as it has. */
  readonly wanted_us: number | null;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly loop: { readonly from_us: number; readonly to_us: number } | null;
  readonly inputs: readonly RunInput[];
  /** What came of each expectation, once the worker has run to the end. */
  readonly verdicts: readonly VerdictFacts[];
  readonly branch: Branch | null;
  readonly tour: Tour | null;
  /** The map of the region is shown, and not one machine; never where there is one machine alone. */
  readonly region: boolean;
  readonly view: ViewName;
  readonly lookInside: boolean;
  /** The address whose chart is drawn, or `null`: that of the cartridge in focus. */
  readonly chart: string | null;
  readonly chosenCartridge: number | null;
  readonly sheet: Sheet | null;
  readonly tab: Tab;
  readonly theme: Theme;
  /** The jam (its instant) whose question was answered, and how. */
  readonly answer: { readonly jam_us: number; readonly way: 'call' | 'key' | 'run' } | null;
  readonly refusal: readonly string[] | null;
  /** The first picture of the machine is drawn. */
  readonly sceneReady: boolean;
}

/** A run that was wound back and acted in, with what it left. */
export interface Branch {
  readonly at_us: number;
  readonly before: readonly RunInput[];
  readonly horizon_us: number;
}

/** The first seconds: plays by itself to an instant, and looks inside at another. */
export interface Tour {
  readonly inside_us: number;
  readonly until_us: number;
  /** Rests earlier, once this cartridge has been cleared. */
  readonly cleared?: number;
}
