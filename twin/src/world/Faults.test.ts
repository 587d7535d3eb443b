import { describe, expect, it } from 'vitest';
import type { Body } from '../body/hinge.js';
import { ScriptedBody } from '../dispenser/test/ScriptedBody.js';
import { Listener } from '../engine/test/Listener.js';
import { Kernel, type KernelCheckpoint } from '../kernel/Kernel.js';
import type { FaultSpec } from '../spec/WorldSpec.js';
import { Faults, machineOf } from './Faults.js';
import { afternoon, MIN, person } from './test/afternoon.js';

const M = 'harbour-house-1';

/** What is told, with its minute: `10 link DOWN`. */
function faults(list: readonly FaultSpec[]) {
  const heard: string[] = [];
  const kernel = new Kernel({ seed: 1 });
  const note = (words: string) => heard.push(`${kernel.now_us / MIN} ${words}`);
  for (const part of ['link', 'reader']) kernel.register(`${M}/${part}`, 2, new Listener(part, note));
  const body: Body = Object.assign(new ScriptedBody(), {
    fault: ({ cause, cartridge }: { readonly cause: string; readonly cartridge: number }) => note(`body ${cause} ${cartridge}`),
  });
  const spec = { ...afternoon, people: [person('P1', 1), person('P2', 2)], faults: list };
  return { heard, kernel, part: new Faults(kernel, spec, new Map([[M, body]])) };
}

function heardOf(...list: readonly FaultSpec[]): string[] {
  const { heard, kernel, part } = faults(list);
  part.start();
  kernel.runUntil(1_000 * MIN);
  return heard;
}

const outage = (from: number, forMin: number | null): FaultSpec => ({ kind: 'network', at_us: from * MIN, machine: M, forMin });
const cold = (who: string, from: number, forMin: number | null): FaultSpec => ({
  kind: 'cold-hands',
  at_us: from * MIN,
  person: who,
  forMin,
});

describe('the faults of a scenario', () => {
  it('begin at their times, each at its machine, and end after as long as was said', () => {
    const jam: FaultSpec = { kind: 'mechanism', at_us: 5 * MIN, machine: M, cartridge: 19, cause: 'hang-up' };
    expect(heardOf(jam, outage(10, 20), cold('P2', 15, 1.5))).toEqual([
      '5 body hang-up 19',
      '10 link DOWN',
      '15 reader COLD_HANDS person=P2 cold=true',
      '16.5 reader COLD_HANDS person=P2 cold=false',
      '30 link UP',
    ]);
  });

  it('last to the scenario’s end where no end was said', () => {
    expect(heardOf(outage(10, null), cold('P1', 10, null))).toEqual(['10 link DOWN', '10 reader COLD_HANDS person=P1 cold=true']);
  });

  it('that overlap end when the last of them does', () => {
    expect(heardOf(outage(10, 20), outage(20, 20))).toEqual(['10 link DOWN', '20 link DOWN', '40 link UP']);
    expect(heardOf(outage(10, 60), outage(20, 10)).at(-1)).toBe('70 link UP');
    expect(heardOf(outage(10, 20), outage(20, null))).not.toContain('30 link UP');
    expect(heardOf(outage(10, 20), outage(30, 5)).filter((words) => words.endsWith('UP'))).toEqual(['35 link UP']);
    expect(heardOf(outage(10, 20), outage(20, 10)).filter((words) => words.endsWith('UP'))).toEqual(['30 link UP', '30 link UP']);
  });

  it('of one person or kind do not hold up the end of another’s', () => {
    const ends = heardOf(cold('P1', 10, 20), cold('P2', 10, 60), outage(10, 90)).filter((words) => /UP|false/.test(words));
    expect(ends).toEqual([
      '30 reader COLD_HANDS person=P1 cold=false',
      '70 reader COLD_HANDS person=P2 cold=false',
      '100 link UP',
    ]);
  });

  it('[K7] go on from a checkpoint between beginning and end', () => {
    const going = faults([outage(10, 20)]);
    going.part.start();
    going.kernel.runUntil(15 * MIN);
    const again = faults([outage(10, 20)]);
    again.kernel.restore(JSON.parse(JSON.stringify(going.kernel.checkpoint())) as KernelCheckpoint);
    again.kernel.runUntil(60 * MIN);
    expect(again.heard).toEqual(['30 link UP']);
  });

  it('need a person who is there', () => {
    expect(machineOf(afternoon, 'P19')).toBe(M);
    expect(() => machineOf(afternoon, 'P99')).toThrow('there is no person P99');
  });
});
