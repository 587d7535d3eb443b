import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Ledger } from '../../node/Ledger.js';
import { HOST_STEPS, type HostStep } from '../CampaignHost.js';
import { luckOf } from '../CampaignRig.js';
import { BOARD } from '../CaseLedger.js';

/** What came of hosts that were killed as processes, and what a checker beside both found wrong. */
export interface KilledHosts {
  readonly kills: number;
  readonly orders: number;
  /** Orders whose host was killed before it knew their end. */
  readonly leftOpen: number;
  /** By the last step that a host had told of when it was killed. */
  readonly after: Readonly<Record<string, number>>;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}

interface Truth {
  readonly starts: Map<number, number>;
  readonly releases: Map<number, number>;
}

/** Once connected a host lives for so long at most; an order takes about 2.5 s. */
const MOST_LIFE_ms = 3_200;

/** Kills hosts with SIGKILL at random instants, while the board goes on; the last one settles what is open, and ends. */
export async function killHosts(kills: number, seed: number): Promise<KilledHosts> {
  const folder = mkdtempSync(join(tmpdir(), 'dosetwin-campaign-'));
  const path = join(folder, 'ledger.db');
  const truth: Truth = { starts: new Map(), releases: new Map() };
  const { child: board, port } = await startBoard(truth);
  try {
    const shown = new Map<number, string>();
    const after: Record<string, number> = {};
    const luck = luckOf('killed processes', seed);
    let leftOpen = 0;
    for (let n = 0; n < kills; n++) {
      const at = luck.chance(0.5) ? HOST_STEPS[luck.integer(0, HOST_STEPS.length - 1)] : undefined;
      const last = await liveAndDie(path, port, at ?? luck.integer(0, MOST_LIFE_ms), shown);
      after[last] = (after[last] ?? 0) + 1;
      const ledger = new Ledger(path);
      leftOpen += ledger.openOrders(BOARD).length;
      ledger.close();
    }
    await settle(path, port, shown);
    return { kills, leftOpen, after, ...check(path, truth, shown) };
  } finally {
    board.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(name: string, args: readonly string[]): ChildProcess {
  const script = fileURLToPath(new URL(name, import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

function linesOf(child: ChildProcess, onLine: (line: string) => void): void {
  if (child.stdout) createInterface({ input: child.stdout }).on('line', onLine);
}

async function startBoard({ starts, releases }: Truth): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = start('boardChild.ts', []);
  const port = await new Promise<number>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`the board ended with ${code}`)));
    linesOf(child, (line) => {
      const entry = JSON.parse(line) as { kind: string; port: number; cartridge: number; on: boolean };
      if (entry.kind === 'port') resolve(entry.port);
      if (entry.kind === 'drive' && entry.on) starts.set(entry.cartridge, (starts.get(entry.cartridge) ?? 0) + 1);
      if (entry.kind === 'release') releases.set(entry.cartridge, (releases.get(entry.cartridge) ?? 0) + 1);
    });
  });
  return { child, port };
}

/** A host begins, and is killed so long after it first told of something, or as it tells of this step. Answers the last it told of. */
async function liveAndDie(path: string, port: number, until: number | HostStep, shown: Map<number, string>): Promise<string> {
  const child = start('hostChild.ts', [path, String(port), 'go-on']);
  let last: HostStep | 'nothing told' = 'nothing told';
  const exited = once(child, 'exit');
  const heard = new Promise<void>((resolve) => {
    linesOf(child, (line) => {
      if (line.startsWith('shown')) noteShown(line, shown);
      else last = line.split(' ')[0] as HostStep;
      if (line.startsWith(`${until} `)) child.kill('SIGKILL');
      resolve();
    });
    setTimeout(resolve, 6_000);
  });
  await heard;
  await new Promise((resolve) => setTimeout(resolve, typeof until === 'number' ? until : MOST_LIFE_ms));
  child.kill('SIGKILL');
  await exited;
  return last;
}

function noteShown(line: string, shown: Map<number, string>): void {
  const [, order = '', result = ''] = line.split(' ');
  shown.set(Number(order), result);
}

async function settle(path: string, port: number, shown: Map<number, string>): Promise<void> {
  for (let n = 0; n < 5; n++) {
    const child = start('hostChild.ts', [path, String(port), 'end']);
    linesOf(child, (line) => {
      if (line.startsWith('shown')) noteShown(line, shown);
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code === 0) return;
  }
  throw new Error('the last host found no board');
}

/** Nothing went wrong but hosts: what moved was dispensed, what did not was refused, and nothing is unknown. */
function check(path: string, { starts, releases }: Truth, shown: ReadonlyMap<number, string>) {
  const ledger = new Ledger(path);
  const wrong: string[] = [];
  const verdicts: Record<string, number> = {};
  const orders = ledger.nextOrder(BOARD, 0) - 1;
  for (let order = 1; order <= orders; order++) {
    const evidence = ledger.evidence(BOARD, order);
    const result = evidence.is === 'result' ? evidence.result : 'open';
    const [moved, released] = [starts.get(order) ?? 0, releases.get(order) ?? 0];
    verdicts[result] = (verdicts[result] ?? 0) + 1;
    if (moved > 1) wrong.push(`order ${order} began its motion ${moved} times`);
    if (result !== (moved > 0 ? 'dispensed' : 'refused') || released !== moved)
      wrong.push(`order ${order} is ${result}; its motor started ${moved} times, and ${released} packages fell`);
    const told = shown.get(order);
    if (told !== undefined && told !== result) wrong.push(`order ${order} was shown as ${told}, and the ledger says ${result}`);
  }
  for (const cartridge of starts.keys()) if (cartridge > orders) wrong.push(`cartridge ${cartridge} moved for no order`);
  ledger.close();
  return { orders, verdicts, wrong };
}
