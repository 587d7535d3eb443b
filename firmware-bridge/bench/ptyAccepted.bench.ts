import type { Benchmark } from '../../tools/Benchmark.js';
import { Probe } from '../src/conform/Probe.js';
import { RealLine } from '../src/node/RealLine.js';
import { startPtyBoard } from '../src/node/test/startPtyBoard.js';
import { codeOf } from '../src/wire/wireCodes.js';

/** PROTOCOL W13: from the tick that takes an order until its record is written, in ms. */
const RECORD_MS = 28;
const ACCEPTED = codeOf('phases', 'accepted');

export const benchmark: Benchmark = {
  name: 'from the reply to a vend (received) until a poll tells that its record is written (accepted), on a pseudo-terminal',
  unit: 'ms',
  better: 'lower',
  run: async () => {
    const board = await startPtyBoard();
    const line = await RealLine.serial(board.path);
    const probe = new Probe(line);
    try {
      await line.pause(200_000);
      await probe.command({ name: 'vend', order: 1, cartridge: 1 });
      const from_us = line.now_us();
      for (;;) {
        const { orderPhase } = await probe.block('status');
        if ((orderPhase & 0xff) >= ACCEPTED) break;
      }
      return { value: (line.now_us() - from_us) / 1_000, reference: RECORD_MS, referenceName: 'the record alone' };
    } finally {
      await line.close();
      board.stop();
    }
  },
};
