import {
  type Fidelities,
  type JudgedPlan,
  PRECISION,
  type Region,
  type RunBlocks,
  regionTools,
  runStudy,
  type Step,
  type Study,
  simulateBlock,
} from '@dosetwin/scenarios';
import loadHighs from 'highs';

export interface StudyProgress {
  readonly step: Step;
  readonly futures: number;
  readonly plans: readonly JudgedPlan[];
  /** Which fidelities agree; `null` until that is known. */
  readonly fidelities: Fidelities | null;
}

/** The seed of every study in the page: the command line's own, so that both say the same. */
export const SEED = 1;
/** How often the page is told how far a study is. */
const TOLD_EVERY_MS = 250;

/** Studies a region on this thread, and tells as it goes on. */
export async function studyInSlices(
  region: Region,
  solver: ArrayBuffer,
  onProgress: (progress: StudyProgress) => void,
): Promise<Study> {
  let progress: StudyProgress = { step: 'screen', futures: 0, plans: [], fidelities: null };
  let told_ms = 0;
  const tell = (some: Partial<StudyProgress>, atOnce: boolean) => {
    progress = { ...progress, ...some };
    const now_ms = performance.now();
    if (!atOnce && now_ms - told_ms < TOLD_EVERY_MS) return;
    told_ms = now_ms;
    onProgress(progress);
  };
  const run: RunBlocks = (blocks) =>
    Promise.resolve(
      blocks.map((block) => {
        const totals = simulateBlock(region, SEED, block);
        tell({ futures: progress.futures + totals.length }, false);
        return totals;
      }),
    );
  // HiGHS fetches its program by an address, and has none in a worker that is a part of the page.
  const address = URL.createObjectURL(new Blob([solver], { type: 'application/wasm' }));
  const highs = await loadHighs({ locateFile: () => address });
  URL.revokeObjectURL(address);
  return runStudy(
    region,
    {
      ...regionTools(region, SEED, highs),
      run,
      onStep: (step) => tell({ step }, true),
      onFidelities: (fidelities) => tell({ fidelities }, true),
      onPlans: (plans) => tell({ plans }, true),
    },
    { seed: SEED, precision: PRECISION },
  );
}
