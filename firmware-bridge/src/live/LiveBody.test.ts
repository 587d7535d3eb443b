import { Kernel, type Signal } from '@dosetwin/twin';
import { expect, it } from 'vitest';
import type { BoardPort } from './BoardPort.js';
import { LiveBody } from './LiveBody.js';
import { LiveTime } from './LiveTime.js';
import { PromptList } from './PromptList.js';

const HIGHEST = 40;

/** An armed run's body at a board that tells what it is handed; results that reach the ledger. */
function atBoard() {
  const clock = { now_us: 0 };
  const heard: Signal[] = [];
  const results: number[] = [];
  const port: BoardPort = {
    name: 'tcp:bench:502',
    highestOrder: HIGHEST,
    now_us: () => clock.now_us,
    turn: () => {},
    listen: () => {},
    link: {
      open: () => {},
      close: () => {},
      receive: () => {},
      advance: () => null,
      next_us: null,
      isBroken: false,
      standing: 'connected',
      position: { boot: 1, sequence: 0 },
      tickAt: () => 0,
      command: () => {},
      sample: () => {},
      collect: () => heard.splice(0),
      refresh: () => {},
    },
  };
  const kernel = new Kernel({ seed: 1 });
  const body = new LiveBody(
    kernel,
    { machine: 'm', cartridges: 2, loaded: [14, 14], parameters: [], onSignal: () => {} },
    {
      port,
      time: new LiveTime(() => clock.now_us),
      prompts: new PromptList(() => {}),
      orders: {
        order: () => {},
        result: (order) => results.push(order),
        surplus: () => {},
        load: () => {},
        fill: () => {},
      },
      isArmed: true,
      onNote: () => {},
      firstOrder: HIGHEST + 1,
    },
  );
  body.start();
  body.poll(0);
  const dropped = (order: number) => {
    heard.push({ name: 'dropped', boot: 1, sequence: order, tick: order, args: { order, cartridge: 2 } });
    return body.poll(1);
  };
  return { body, dropped, results };
}

it('an order of its own ends in the ledger by the board’s id, and in the run by the run’s', () => {
  const { body, dropped, results } = atBoard();
  body.command({ name: 'vend', order: 1, cartridge: 2 }, 20_000);
  expect(dropped(HIGHEST + 1)).toMatchObject([{ args: { order: 1 } }]);
  expect([results, body.failure]).toEqual([[HIGHEST + 1], null]);
});

it('an order that it never gave is another host’s: nothing is concluded of it, and the run ends saying so by name', () => {
  const { body, dropped, results } = atBoard();
  expect(dropped(HIGHEST + 1)).toEqual([]);
  expect(results).toEqual([]);
  expect(body.failure).toMatch(/^another host commands the board at tcp:bench:502: it tells of order 41/);
});

it('one of an earlier run is neither', () => {
  const { body, dropped } = atBoard();
  expect([dropped(HIGHEST), body.failure]).toEqual([[], null]);
});
