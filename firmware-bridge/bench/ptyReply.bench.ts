import type { Benchmark } from '../../tools/Benchmark.js';
import { RealLine } from '../src/node/RealLine.js';
import { startPtyBoard } from '../src/node/test/startPtyBoard.js';
import { frameRtu } from '../src/wire/rtuFrame.js';
import { SILENCE_us, wireTime_us } from '../src/wire/wireTiming.js';

const REQUESTS = 200;
/** The status, as a host polls it: 16 registers. */
const STATUS = frameRtu({ unit: 1, pdu: Uint8Array.of(4, 0, 0x10, 0, 16) });
const REPLY_BYTES = 37;
/** The bytes of both at 115200 baud, and the silence by which the board knows the request's end. */
const LIMIT_us = wireTime_us(STATUS.length) + SILENCE_us + wireTime_us(REPLY_BYTES);

export const benchmark: Benchmark = {
  name: 'from request to whole reply on a pseudo-terminal, the middle one of 200, against what the wire itself takes',
  unit: 'ms',
  better: 'lower',
  run: async () => {
    const board = await startPtyBoard();
    const line = await RealLine.serial(board.path);
    const times: number[] = [];
    try {
      for (let request = 0; request < REQUESTS; request++) {
        line.take();
        const from_us = line.now_us();
        line.send(STATUS);
        let heard = 0;
        while (heard < REPLY_BYTES) {
          await line.listen(1_000_000);
          const bytes = line.take().reduce((sum, { bytes: part }) => sum + part.length, 0);
          if (bytes === 0) throw new Error('the board did not answer within a second');
          heard += bytes;
        }
        times.push(line.now_us() - from_us);
        await line.pause(4_000);
      }
    } finally {
      await line.close();
      board.stop();
    }
    times.sort((a, b) => a - b);
    const reference = LIMIT_us / 1_000;
    return { value: (times[REQUESTS >> 1] as number) / 1_000, reference, referenceName: "the wire's limit" };
  },
};
