import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conformOnSeveral } from '../conform/conformOnSeveral.js';
import { RealLine } from './RealLine.js';
import { type SimavrBoard, startSimavr } from './simavrBoard.js';

/** Reset code and the record of the start take less, with room for a busy machine. */
const START_ms = 500;

describe('the committed firmware on simavr', () => {
  const boards: SimavrBoard[] = [];
  const lines: RealLine[] = [];
  const start = async () => {
    const board = await startSimavr();
    boards.push(board);
    const line = await RealLine.serial(board.path, () => {
      board.reset();
      return setTimeout(START_ms);
    });
    lines.push(line);
    return line;
  };
  let three: readonly [RealLine, RealLine, RealLine];
  beforeAll(async () => {
    three = [await start(), await start(), await start()];
  });
  afterAll(async () => {
    for (const line of lines) await line.close();
    for (const board of boards) await board.stop();
  });

  it('[W1 to W18] holds every rule of the wire over a pseudo-terminal, through serialport', async () => {
    const findings = await conformOnSeveral(three);
    expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
    const held = new Set(findings.filter(({ verdict }) => verdict === 'held').map(({ rule }) => rule));
    expect([...held].sort()).toEqual(Array.from({ length: 18 }, (_, i) => `W${i + 1}`).sort());
  });
});
