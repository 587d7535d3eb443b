import { CHARTS, type ChartDefinition, FEATURES, randomChart } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { boardEvidence } from '../board/boardEvidence.js';
import { CORNERS } from '../board/CORNERS.js';
import type { SequencePlan } from '../board/sequencesOf.js';
import { avrBoard, hostBoard, inBatches } from './programs.js';

const HOST: SequencePlan = { maxStates: 500, walks: 3, walkSteps: 500, seed: 1 };
const AVR: SequencePlan = { maxStates: 40, walks: 2, walkSteps: 100, seed: 1 };
/** Charts made by chance are many, and each is small; `npm run engines` asks more. */
const HOST_DRAWN: SequencePlan = { maxStates: 100, walks: 3, walkSteps: 100, seed: 1 };
const AVR_DRAWN: SequencePlan = { maxStates: 10, walks: 1, walkSteps: 60, seed: 1 };
const SEEDS = 60;
/** Charts made by chance that once showed a difference; none so far. */
const FAILED_SEEDS: readonly number[] = [];

const drawn = [...FAILED_SEEDS, ...Array.from({ length: SEEDS }, (_, i) => i)].map(randomChart);

describe.each([
  ['our charts', CHARTS, HOST, AVR],
  ['charts of one feature each', FEATURES, HOST, AVR],
  ['corners of the interpreter', CORNERS, HOST, AVR],
  ['random charts', drawn, HOST_DRAWN, AVR_DRAWN],
] as const)('%s', (_, definitions: readonly ChartDefinition[], onHost: SequencePlan, onAvr: SequencePlan) => {
  const { batches } = inBatches(definitions);

  it('are the same machine in C on the host', () => {
    const evidence = batches.flatMap((batch) => boardEvidence(hostBoard(batch), batch, onHost));
    expect(evidence.filter(({ difference }) => difference !== null)).toEqual([]);
    expect(evidence.length).toBeGreaterThan(Math.min(definitions.length, SEEDS) / 4);
  });

  it('are the same machine in C on the emulated AVR', () => {
    const evidence = batches.flatMap((batch) => boardEvidence(avrBoard(batch), batch, onAvr));
    expect(evidence.filter(({ difference }) => difference !== null)).toEqual([]);
    expect(evidence.length).toBeGreaterThan(Math.min(definitions.length, SEEDS) / 4);
  });
});
