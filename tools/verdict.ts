import type { Outcome } from './Step.js';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** `twin            214 passed, 0 failed   12.4 s`, and below it what a failure printed. */
export function verdict(name: string, { passed, failed }: Counts, { seconds, output }: Outcome): string {
  const line = `${name.padEnd(16)}${passed} passed, ${failed} failed   ${seconds.toFixed(1)} s`;
  return failed === 0 ? line : `${line}\n\n${output.trimEnd()}\n`;
}

/** The closing line, alone. */
export function total(counts: readonly Counts[]): string {
  const sum = (key: keyof Counts) => counts.reduce((all, each) => all + each[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
