import type { Step } from './StudyTools.js';

/** About what share of a study's time each step takes, and how many blocks it simulates: seen on the two regions that ship. */
const STEPS: Readonly<Record<Step, { readonly share: number; readonly blocks: number }>> = {
  screen: { share: 0.01, blocks: 0 },
  agree: { share: 0.06, blocks: 0 },
  site: { share: 0.06, blocks: 0 },
  judge: { share: 0.34, blocks: 800 },
  improve: { share: 0.03, blocks: 130 },
  robust: { share: 0.5, blocks: 2_000 },
};

const LEAST_TOLD = 0.04;

/**
 * About how far a study is. Nobody knows beforehand how many plans it will judge, so a step that takes longer than usual comes ever
 * nearer to its end and never reaches it: the whole is 1 only once the study has ended.
 */
export class StudyShare {
  readonly #ran = new Map<Step, number>();
  #step: Step = 'screen';
  #share = 0;

  begin(step: Step): void {
    this.#step = step;
    if (!this.#ran.has(step)) this.#ran.set(step, 0);
    this.#tell();
  }

  /** Blocks that were simulated since it was last told. */
  ran(blocks: number): void {
    this.#ran.set(this.#step, (this.#ran.get(this.#step) ?? 0) + blocks);
    this.#tell();
  }

  /** From 0 to just below 1; never falls. */
  get share(): number {
    return this.#share;
  }

  /** What is left of a study that has run so long, in the same unit; `null` while that is a guess. */
  left(elapsed: number): number | null {
    return this.#share < LEAST_TOLD ? null : (elapsed / this.#share) * (1 - this.#share);
  }

  #tell(): void {
    const names = Object.keys(STEPS) as Step[];
    const share = names.reduce((sum, name) => sum + STEPS[name].share * this.#done(name), 0);
    this.#share = Math.max(this.#share, share);
  }

  /** How much of a step is done; siting, judging and improving take turns until robustness begins. */
  #done(step: Step): number {
    const isLast = this.#ran.has('robust');
    if (step !== 'robust' && isLast) return 1;
    if (step === 'screen') return this.#step === 'screen' ? 0 : 1;
    if (step === 'agree') return this.#ran.has('site') ? 1 : 0;
    if (step === 'site') return this.#done('judge');
    const x = (this.#ran.get(step) ?? 0) / STEPS[step].blocks;
    return x / Math.sqrt(Math.sqrt(1 + x * x * x * x));
  }
}
