/** `npm run generate` writes the generated files anew; `-- --check` leaves them as they are and says which are stale. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { GENERATED, type Generated } from './generated.js';
import { ROOT } from './root.js';

const onlyCheck = process.argv.includes('--check');
const faults = GENERATED.flatMap((generated) => {
  const fault = onlyCheck ? staleness(generated) : write(generated);
  console.log(`${generated.file}  ${fault ?? (onlyCheck ? 'fresh' : 'written')}`);
  return fault === undefined ? [] : [fault];
});
process.exit(faults.length === 0 ? 0 : 1);

function write({ file, command }: Generated): string | undefined {
  const [program] = command;
  if (!existsSync(`${ROOT}/${program}`)) return `${program}, which writes it, does not exist`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...command], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) return `${program} exited with ${status}:\n${stderr}`;
  return existsSync(`${ROOT}/${file}`) ? undefined : `${program} ran, but wrote no such file`;
}

/** Writes the file anew, compares, and puts the old one back. */
function staleness(generated: Generated): string | undefined {
  const path = `${ROOT}/${generated.file}`;
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const fault = write(generated);
  const after = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (before === undefined) rmSync(path, { force: true });
  else if (after !== before) writeFileSync(path, before);
  if (fault !== undefined) return fault;
  return after === before ? undefined : 'stale: run npm run generate and commit it';
}
