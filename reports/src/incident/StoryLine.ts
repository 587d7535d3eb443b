import type { TraceEntry } from '@dosetwin/twin';

/** An entry of the trace that is part of the story, in words. */
export interface StoryLine {
  readonly index: number;
  readonly entry: TraceEntry;
  readonly sentence: string;
}
