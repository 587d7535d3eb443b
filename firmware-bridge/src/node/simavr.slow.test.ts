import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runConformance } from '../conform/runConformance.js';
import { RealLine } from './RealLine.js';
import { type SimavrBoard, startSimavr } from './simavrBoard.js';

/** Reset code and the record of the start take less, with room for a busy machine. */
const START_ms = 500;

describe('the committed firmware on simavr', () => {
  let board: SimavrBoard;
  let line: RealLine;
  beforeAll(async () => {
    board = await startSimavr();
    line = await RealLine.serial(board.path, () => {
      board.reset();
      return setTimeout(START_ms);
    });
  });
  afterAll(async () => {
    await line?.close();
    await board?.stop();
  });

  it('[W1 to W18] holds every rule of the wire over a pseudo-terminal, through serialport', async () => {
    const { findings } = await runConformance(line, { armed: true });
    expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
    const held = new Set(findings.filter(({ verdict }) => verdict === 'held').map(({ rule }) => rule));
    expect([...held].sort()).toEqual(Array.from({ length: 18 }, (_, i) => `W${i + 1}`).sort());
  });
});
