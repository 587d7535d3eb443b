import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './toolchain.js';

/** The most stack that a function of a program can take, with all that it calls. */
export interface StackBound {
  readonly bytes: number;
  /** The deepest chain of calls, outermost first. */
  readonly chain: readonly string[];
}

/** What a call puts on the stack of a chip with more than 128 KiB of flash: a return address of three bytes. */
const RETURN_BYTES = 3;

/**
 * Adds up `-fstack-usage` (which counts return addresses on AVR) along the longest chain of calls in the linked program.
 * @throws on recursion and on calls through pointers: neither has a bound
 */
export function stackBound(folder: string, program: string, from: string): StackBound {
  const frames = framesOf(folder);
  const calls = callsOf(join(folder, program));
  const known = new Map<string, StackBound>();
  const visit = (name: string, trail: readonly string[]): StackBound => {
    if (trail.includes(name)) throw new Error(`${[...trail, name].join(' calls ')}: recursion has no bound`);
    const before = known.get(name);
    if (before) return before;
    let deepest: StackBound = { bytes: 0, chain: [] };
    for (const callee of calls.get(name) ?? []) {
      const bound = visit(callee, [...trail, name]);
      if (bound.bytes > deepest.bytes) deepest = bound;
    }
    const bound = { bytes: (frames.get(name) ?? RETURN_BYTES) + deepest.bytes, chain: [name, ...deepest.chain] };
    known.set(name, bound);
    return bound;
  };
  if (!calls.has(from)) throw new Error(`the program has no function ${from}`);
  return visit(from, []);
}

/** Bytes that each function takes, itself; of functions with one name the largest. */
function framesOf(folder: string): Map<string, number> {
  const frames = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.su'))) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const [place = '', bytes = '', kind = ''] = line.split('\t');
      if (place === '') continue;
      if (kind !== 'static') throw new Error(`${place} takes ${kind} stack, which has no bound`);
      const name = place.split(':').at(-1) as string;
      frames.set(name, Math.max(frames.get(name) ?? 0, Number(bytes)));
    }
  }
  return frames;
}

/** By function: those that it calls, or jumps to as its last act. */
function callsOf(program: string): Map<string, Set<string>> {
  const calls = new Map<string, Set<string>>();
  let current = '';
  for (const line of runTool('avr-objdump', ['-d', program]).split('\n')) {
    const heading = /^[0-9a-f]+ <(.+)>:$/.exec(line);
    if (heading) {
      current = heading[1] as string;
      calls.set(current, calls.get(current) ?? new Set());
    }
    if (/\t(icall|eicall)\b/.test(line)) throw new Error(`${current} calls through a pointer, which has no bound`);
    const target = /\t(call|rcall|jmp|rjmp)\t.*<([^+>]+)>/.exec(line)?.[2];
    if (target !== undefined && target !== current) calls.get(current)?.add(target);
  }
  return calls;
}
