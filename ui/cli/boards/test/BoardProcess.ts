import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../test/dosetwin.js';

/** The emulated board, in real time, in a process of its own. */
export interface BoardProcess {
  readonly modbus: number;
  readonly rtu: number;
  readonly acts: number;
  readonly child: ChildProcess;
}

export async function startBoard(): Promise<BoardProcess> {
  const script = join(ROOT, 'firmware-bridge/src/node/test/boardProcess.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { ...(JSON.parse(line) as Omit<BoardProcess, 'child'>), child };
}

/** A program that answers prompts at this board, as `--operator` takes it. */
export function operatorOf({ acts }: BoardProcess): string {
  return `${process.execPath} ui/cli/boards/test/operator.mjs ${acts}`;
}
