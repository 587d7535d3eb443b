/** Somebody stopped a study; what was simulated so far is kept by whoever ran it. */
export class StudyStopped extends Error {
  constructor() {
    super('the study was stopped');
    this.name = 'StudyStopped';
  }
}
