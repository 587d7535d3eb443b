/** `npm run generate` writes the generated files anew; `-- --check` leaves them as they are and says which are stale. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { GENERATED, type Generated } from './generated.js';
import { ROOT } from './root.js';

const LARGEST_BYTES = 64 * 1024 * 1024;
const onlyCheck = process.argv.includes('--check');
const faults = GENERATED.flatMap((generated) => {
  const fault = onlyCheck ? staleness(generated) : write(generated);
  console.log(`${generated.file}  ${fault ?? (onlyCheck ? 'fresh' : 'written')}`);
  return fault === undefined ? [] : [fault];
});
process.exit(faults.length === 0 ? 0 : 1);

function write(generated: Generated): string | undefined {
  const made = madeBy(generated);
  if ('fault' in made) return made.fault;
  mkdirSync(dirname(`${ROOT}/${generated.file}`), { recursive: true });
  writeFileSync(`${ROOT}/${generated.file}`, made.text);
  return undefined;
}

/** Compares what would be written with what stands there; nothing is touched. */
function staleness(generated: Generated): string | undefined {
  const made = madeBy(generated);
  if ('fault' in made) return made.fault;
  const path = `${ROOT}/${generated.file}`;
  const isFresh = existsSync(path) && readFileSync(path, 'utf8') === made.text;
  return isFresh ? undefined : 'stale: run npm run generate and commit it';
}

function madeBy({ command }: Generated): { readonly text: string } | { readonly fault: string } {
  const [program] = command;
  if (!existsSync(`${ROOT}/${program}`)) return { fault: `${program}, which prints it, does not exist` };
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: LARGEST_BYTES } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...command], options);
  if (status !== 0) return { fault: `${program} exited with ${status}:\n${stderr}` };
  return stdout === '' ? { fault: `${program} ran, but printed nothing` } : { text: stdout };
}
