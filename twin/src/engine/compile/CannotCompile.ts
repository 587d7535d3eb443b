/** The compiler's refusal: which chart, which of its states (by XState's id), and why, in a sentence. */
export class CannotCompile extends Error {
  readonly chart: string;
  readonly state: string;
  readonly reason: string;

  constructor(chart: string, state: string, reason: string) {
    super(`chart ${chart}, state ${state}: ${reason}`);
    this.name = 'CannotCompile';
    this.chart = chart;
    this.state = state;
    this.reason = reason;
  }
}
