import loadHighs from 'highs';
import type { Region } from '../sizing/region/Region.js';
import type { Totals } from '../sizing/simulate/Totals.js';
import { type Block, blockKey, type RunBlocks } from '../sizing/study/Block.js';
import { regionTools } from '../sizing/study/regionTools.js';
import { runStudy } from '../sizing/study/runStudy.js';
import type { Study } from '../sizing/study/Study.js';
import type { Step, StudyOptions } from '../sizing/study/StudyTools.js';
import { studyName } from '../sizing/study/studyName.js';
import { BlockStore } from './BlockStore.js';
import { programHere } from './programHere.js';

/** Simulates blocks somewhere and tells of each piece that is done, by the place of its first block. */
export type BlockRunner = (
  blocks: readonly Block[],
  onDone: (from: number, totals: readonly (readonly Totals[])[]) => void,
) => Promise<void>;

export interface SizeOptions extends StudyOptions {
  readonly run: BlockRunner;
  /** Where what is done is kept until the study is whole, and whether to go on with it. */
  readonly store: { readonly path: string; readonly goOn: boolean };
  readonly onStep?: (step: Step) => void;
  /** Blocks done of those that the step at hand has asked for. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Studies a region with blocks that are simulated elsewhere, and keeps what is done. Throws `StudyStopped` where it was stopped. */
export async function sizeRegion(region: Region, options: SizeOptions): Promise<Study> {
  const { seed, store: kept, onStep = () => {} } = options;
  const store = new BlockStore(kept.path, studyName(JSON.stringify(region), seed, programHere()), kept.goOn);
  const run: RunBlocks = (blocks) => runKept(store, blocks, options);
  const study = await runStudy(region, { ...regionTools(region, seed, await loadHighs()), run, onStep }, options);
  store.remove();
  return study;
}

async function runKept(store: BlockStore, blocks: readonly Block[], { run, onProgress = () => {} }: SizeOptions) {
  const keys = blocks.map(blockKey);
  const missing = blocks.filter((_, i) => store.get(keys[i] as string) === undefined);
  let done = blocks.length - missing.length;
  if (missing.length > 0) {
    await run(missing, (from, totals) => {
      store.add(totals.map((some, i) => [blockKey(missing[from + i] as Block), some] as const));
      done += totals.length;
      onProgress(done, blocks.length);
    });
  }
  return keys.map((key) => store.get(key) as readonly Totals[]);
}
