import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Benchmark } from '../../tools/Benchmark.js';
import { ROOT } from '../../tools/root.js';

function secondsOf(args: readonly string[]): number {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...args], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return (performance.now() - from) / 1_000;
}

export const benchmark: Benchmark = {
  name: 'cold start: run stuck-dose-no-key, record and report written',
  unit: 's',
  better: 'lower',
  run() {
    const out = mkdtempSync(join(tmpdir(), 'dosetwin-bench-'));
    try {
      const reference = secondsOf(['ui/cli/dosetwin.js', '--version']);
      const value = secondsOf(['ui/cli/dosetwin.js', 'run', 'stuck-dose-no-key', '--out', out]);
      return Promise.resolve({ value, reference, referenceName: 'the same command saying its version' });
    } finally {
      rmSync(out, { recursive: true });
    }
  },
};
