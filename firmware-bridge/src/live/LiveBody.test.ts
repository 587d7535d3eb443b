import { type BodyOptions, Kernel, type Signal } from '@dosetwin/twin';
import { expect, it } from 'vitest';
import type { HostLink } from '../wire/HostLink.js';
import type { BoardPort } from './BoardPort.js';
import { LiveBody } from './LiveBody.js';
import { LiveTime } from './LiveTime.js';
import { PromptList } from './PromptList.js';

const OPTIONS: BodyOptions = { machine: 'm', cartridges: 2, loaded: [14, 14], parameters: [], onSignal: () => {} };

/** A board of which the test says what it tells, and a book that holds what was written down. */
function liveBody() {
  let said: Signal[] = [];
  const link = {
    position: { boot: 1, sequence: 0 },
    collect: () => said.splice(0),
    tickAt: () => 0,
    command: () => {},
    sample: () => {},
    refresh: () => {},
  } as unknown as HostLink;
  const port: BoardPort = { name: 'paper', link, highestOrder: 40, now_us: () => 0, turn: () => {}, listen: () => {} };
  const results: string[] = [];
  const orders = {
    order: () => {},
    result: (order: number, result: string) => void results.push(`${order} ${result}`),
    surplus: () => {},
    load: () => {},
    takenOut: () => {},
    fill: () => {},
  };
  const body = new LiveBody(new Kernel({ seed: 1 }), OPTIONS, {
    port,
    orders,
    time: new LiveTime(() => 0),
    prompts: new PromptList(() => {}),
    isArmed: true,
    onNote: () => {},
    firstOrder: 41,
  });
  body.start();
  const hear = (...signals: Signal[]): readonly Signal[] => {
    said = signals;
    return body.poll(0);
  };
  hear();
  return { body, hear, results };
}

it('[W14] an order whose end was heard keeps it, whatever the next boot of the board takes it for', () => {
  const { body, hear, results } = liveBody();
  body.command({ name: 'vend', order: 1, cartridge: 2 }, 0);
  hear({ name: 'dropped', boot: 1, sequence: 1, tick: 900, args: { order: 41, cartridge: 2 } });
  const again = hear({ name: 'jammed', boot: 2, sequence: 1, tick: 5, args: { order: 41, cartridge: 2, mode: 'interrupted' } });
  expect(results).toEqual(['41 dispensed']);
  expect(again).toMatchObject([{ name: 'jammed', args: { order: 1 } }]);
  expect(body.failure).toBeNull();
});

it('an order that this run never gave is another host’s, and ends the run by name', () => {
  const { hear, results, body } = liveBody();
  expect(hear({ name: 'dropped', boot: 1, sequence: 1, tick: 900, args: { order: 57, cartridge: 2 } })).toEqual([]);
  expect(results).toEqual([]);
  expect(body.failure).toContain('another host commands the board at paper');
});
