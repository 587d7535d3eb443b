import type { BoardLine } from './BoardLine.js';
import { Broken, NotTried } from './Broken.js';
import { type Check, whyNot } from './Check.js';
import { COMMAND_CHECKS } from './commandChecks.js';
import { FRAME_CHECKS } from './frameChecks.js';
import { MECHANISM_CHECKS } from './mechanismChecks.js';
import { MOTION_CHECKS } from './motionChecks.js';
import { Probe } from './Probe.js';
import { ANSWER_TIME, REQUEST_CHECKS } from './requestChecks.js';

/** What came of one check. */
export interface Finding {
  readonly rule: string;
  readonly tries: string;
  readonly verdict: 'held' | 'broken' | 'not tried';
  /** What was found, what was broken, or why it was not tried. */
  readonly says: string;
  /** Of what was broken: the last frames on the wire, `> ` sent and `< ` received, in hexadecimal. */
  readonly evidence: readonly string[];
}

export interface Conformance {
  readonly findings: readonly Finding[];
  readonly held: number;
  readonly broken: number;
  readonly notTried: number;
}

export interface ConformanceOptions {
  /** Whether what moves something may be tried. */
  readonly armed: boolean;
  readonly onFinding?: (finding: Finding) => void;
  /** All of them, unless given. */
  readonly checks?: readonly Check[];
}

/** Rules that no wire and no mechanism shows, and who looks after them. */
const ELSEWHERE: Check = {
  rule: 'B6',
  tries: 'the watchdog restarts a board whose main loop hangs',
  run: () => Promise.reject(new NotTried('nobody can make a main loop hang from outside; `npm test` does on the emulated board')),
};

/** Whether this is a board at all, first; how soon it answered, last. */
export const CHECKS: readonly Check[] = [
  ...REQUEST_CHECKS.filter(({ rule }) => rule === 'W7'),
  ...FRAME_CHECKS,
  ...REQUEST_CHECKS.filter(({ rule }) => rule !== 'W7'),
  ...COMMAND_CHECKS,
  ...MOTION_CHECKS,
  ...MECHANISM_CHECKS,
  ELSEWHERE,
  ANSWER_TIME,
];

/** Frames of evidence behind a broken rule. */
const EVIDENCE = 3;

/** Before a second attempt, in µs: a motion that is under way ends. */
const REST_us = 12_000_000;

/** Nobody answers on this line at all. */
export class SilentBoard extends Error {}

/** Tries every rule that this line allows, in the order of the rules. @throws SilentBoard */
export async function runConformance(line: BoardLine, options: ConformanceOptions): Promise<Conformance> {
  const { armed, onFinding = () => {}, checks = CHECKS } = options;
  const probe = new Probe(line);
  await greet(probe);
  const findings: Finding[] = [];
  let isForeign = false;
  for (const check of checks) {
    const finding = isForeign ? untried(check, 'this is another device') : await judge(check, probe, armed);
    if (check.rule === 'W7' && finding.verdict === 'broken') isForeign = true;
    findings.push(finding);
    onFinding(finding);
  }
  const count = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length;
  findings.sort((a, b) => rankOf(a.rule) - rankOf(b.rule));
  return { findings, held: count('held'), broken: count('broken'), notTried: count('not tried') };
}

/** Waits for any answer, and begins tokens behind the board's. */
async function greet(probe: Probe): Promise<void> {
  for (let time = 0; ; time++) {
    try {
      if ((await probe.pdu([4, 0, 0, 0, 1])) !== null) break;
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
    }
    if (time === 5) throw new SilentBoard('nobody answers');
    await probe.line.pause(200_000);
  }
  try {
    probe.beginTokensBehind((await probe.block('gauges')).lastToken);
  } catch (error) {
    // Another device: W7 says so.
    if (!(error instanceof Broken)) throw error;
  }
}

/** On a line with a machine in between, which may be late, what seems broken is tried once more before it is said. */
async function judge(check: Check, probe: Probe, armed: boolean): Promise<Finding> {
  const why = whyNot(check, probe.line, armed);
  if (why !== null) return untried(check, why);
  const first = await attempt(check, probe);
  if (first.verdict !== 'broken' || probe.line.isExact) return first;
  await probe.line.pause(REST_us);
  const second = await attempt(check, probe);
  return second.verdict === 'held' ? { ...second, says: `at the second attempt; at the first, ${first.says}` } : second;
}

async function attempt(check: Check, probe: Probe): Promise<Finding> {
  const { rule, tries } = check;
  const from = probe.exchanges.length;
  try {
    return { rule, tries, verdict: 'held', says: (await check.run(probe)) ?? '', evidence: [] };
  } catch (error) {
    if (error instanceof NotTried) return untried(check, error.message);
    if (!(error instanceof Broken)) throw error;
    return { rule, tries, verdict: 'broken', says: error.message, evidence: evidenceOf(probe, from) };
  }
}

function untried({ rule, tries }: Check, says: string): Finding {
  return { rule, tries, verdict: 'not tried', says, evidence: [] };
}

function evidenceOf({ exchanges }: Probe, from: number): string[] {
  const shown = exchanges.slice(Math.max(from, exchanges.length - EVIDENCE));
  return shown.flatMap(({ sent, received }) => [`> ${hexOf(sent)}`, `< ${received.length === 0 ? 'nothing' : hexOf(received)}`]);
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** W1 before W2 before W10 before B1. */
function rankOf(rule: string): number {
  return (rule.startsWith('W') ? 0 : 100) + Number(rule.slice(1));
}
