import {
  type Fidelities,
  type JudgedPlan,
  PRECISION,
  type Region,
  regionTools,
  runStudy,
  type Step,
  type Study,
  StudyShare,
} from '@dosetwin/scenarios';
import loadHighs from 'highs';
import { SEED } from './SEED.js';
import { spreadBlocks } from './spreadBlocks.js';

export interface StudyProgress {
  readonly step: Step;
  readonly futures: number;
  readonly plans: readonly JudgedPlan[];
  /** Which fidelities agree; `null` until that is known. */
  readonly fidelities: Fidelities | null;
  /** About how much of the study is done, from 0 to 1, and how long it should still take; `null` while that is a guess. */
  readonly share: number;
  readonly left_ms: number | null;
}

/** How often the page is told how far a study is. */
const TOLD_EVERY_MS = 250;
const FUTURES_A_BLOCK = 8;

/** Leads a study of a region, its futures simulated by helpers, and tells as it goes on. */
export async function studyInPage(
  region: Region,
  solver: ArrayBuffer,
  helpers: readonly MessagePort[],
  onProgress: (progress: StudyProgress) => void,
): Promise<Study> {
  const share = new StudyShare();
  const begun_ms = performance.now();
  let known: Pick<StudyProgress, 'step' | 'futures' | 'plans' | 'fidelities'> = {
    step: 'screen',
    futures: 0,
    plans: [],
    fidelities: null,
  };
  let told_ms = 0;
  const tell = (some: Partial<typeof known>, atOnce: boolean) => {
    known = { ...known, ...some };
    const now_ms = performance.now();
    if (!atOnce && now_ms - told_ms < TOLD_EVERY_MS) return;
    told_ms = now_ms;
    onProgress({ ...known, share: share.share, left_ms: share.left(now_ms - begun_ms) });
  };
  const run = spreadBlocks(helpers, (blocks) => {
    share.ran(blocks);
    tell({ futures: known.futures + blocks * FUTURES_A_BLOCK }, false);
  });
  const onStep = (step: Step) => {
    share.begin(step);
    tell({ step }, true);
  };
  const tools = { ...regionTools(region, SEED, await highsOf(solver)), run, onStep };
  const onFidelities = (fidelities: Fidelities) => tell({ fidelities }, true);
  return runStudy(
    region,
    { ...tools, onFidelities, onPlans: (plans) => tell({ plans }, true) },
    { seed: SEED, precision: PRECISION },
  );
}

/** HiGHS fetches its program by an address, and has none in a worker that is a part of the page. */
async function highsOf(solver: ArrayBuffer) {
  const address = URL.createObjectURL(new Blob([solver], { type: 'application/wasm' }));
  try {
    return await loadHighs({ locateFile: () => address });
  } finally {
    URL.revokeObjectURL(address);
  }
}
