import type { Highs, ModelData } from 'highs';

/** What a solved programme came to. */
export interface MilpResult {
  readonly values: Float64Array;
  readonly value: number;
  /** No solution is below it; equal to `value` but for rounding where the best was found. */
  readonly bound: number;
}

export interface MilpLimits {
  /** Most branches that are looked at; a count, so that every machine stops at the same one. */
  readonly mostNodes: number;
  /** Values below the bound by less than this are as good: 0.999 where all solutions are whole numbers. */
  readonly gap: number;
}

export const MILP_LIMITS: MilpLimits = { mostNodes: 200_000, gap: 1e-7 };

/** A linear programme with whole numbers in it, built column by column and row by row, and made least by HiGHS. */
export class Milp {
  readonly #cost: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #integrality: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];
  /** What the objective is beside the columns. */
  offset = 0;

  /** A number from `lower` to `upper`; its index. */
  column(cost: number, lower: number, upper: number, isWhole = false): number {
    this.#cost.push(cost);
    this.#lower.push(lower);
    this.#upper.push(upper);
    this.#integrality.push(isWhole ? 1 : 0);
    return this.#cost.length - 1;
  }

  /** Terms of [column, factor] whose sum lies from `lower` to `upper`; each column once. */
  row(terms: readonly (readonly [column: number, factor: number])[], lower: number, upper: number): void {
    for (const [column, factor] of terms) {
      this.#indices.push(column);
      this.#values.push(factor);
    }
    this.#starts.push(this.#indices.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
  }

  /** The least, or `null` where nothing satisfies the rows, or nothing was found within the limits. */
  solve(highs: Highs, { mostNodes, gap }: MilpLimits = MILP_LIMITS): MilpResult | null {
    return highs.withModel(this.#data(), (model) => {
      model.options.set({
        ...{ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: gap, mip_max_nodes: mostNodes },
        // Wholeness to a ten-millionth and rows to a billionth, so that values worked out anew agree.
        ...{ mip_feasibility_tolerance: 1e-7, primal_feasibility_tolerance: 1e-9 },
      });
      model.run();
      const status = model.getModelStatus();
      const { optimal, solutionLimit } = highs.constants.modelStatus;
      const values = model.getSolution().colValue;
      const value = model.getObjectiveValue();
      const isFound = status === optimal || (status === solutionLimit && Number.isFinite(value));
      return isFound ? { values, value, bound: Number(model.info.get('mip_dual_bound')) } : null;
    });
  }

  #data(): ModelData {
    const [numCols, numRows] = [this.#cost.length, this.#rowLower.length];
    return {
      ...{ numCols, numRows, offset: this.offset },
      colCost: this.#cost,
      colLower: this.#lower,
      colUpper: this.#upper,
      rowLower: this.#rowLower,
      rowUpper: this.#rowUpper,
      integrality: Int32Array.from(this.#integrality),
      matrix: { format: 'csr', numRows, numCols, starts: this.#starts, indices: this.#indices, values: this.#values },
    };
  }
}
