import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeReply, type ModbusRequest, parseRequest } from '../../wire/modbusPdu.js';
import { frameTcp, unframeTcp } from '../../wire/tcpFrame.js';
import { formatProfileProblems, loadProfile } from '../loadProfile.js';
import { armRefusal } from '../profilePromises.js';
import { LinesLink } from './LinesLink.js';
import type { LinesProfile } from './linesSchema.js';

const text = readFileSync(new URL('../../../profiles/barelines-modbus.yaml', import.meta.url), 'utf8');
const loaded = loadProfile(text, 'barelines-modbus.yaml');
if ('problems' in loaded) throw new Error(formatProfileProblems(loaded.problems));
const profile = loaded.profile as LinesProfile;

/** A module that is the test itself: register 0 tells what it is, register 1 has its inputs. */
function opened(identity: number) {
  const refused: string[] = [];
  const link = new LinesLink(profile, 'tcp', { onRefused: (says) => refused.push(says) });
  const module = { inputs: 0, written: [] as (readonly number[])[], now_us: 0 };
  const answer = (bytes: Uint8Array) => {
    const framed = unframeTcp(bytes);
    if ('error' in framed) throw new Error(framed.error);
    const request = parseRequest(framed.frame.pdu) as ModbusRequest;
    if (request.function === 16) module.written.push(request.values);
    const reply =
      request.function === 4
        ? ({ is: 'registers', values: [request.address === 0 ? identity : module.inputs] } as const)
        : ({ is: 'written' } as const);
    link.receive(frameTcp({ ...framed.frame, pdu: encodeReply(request, reply) }), module.now_us);
  };
  const pass = (forMs: number) => {
    for (const end_us = module.now_us + forMs * 1_000; module.now_us < end_us; module.now_us += 1_000)
      for (let bytes = link.advance(module.now_us); bytes !== null; bytes = link.advance(module.now_us)) answer(bytes);
  };
  link.open(0);
  pass(20);
  return { link, module, refused, pass };
}

describe('bare lines as registers', () => {
  it('are read and driven, one cartridge of the matrix at a time', () => {
    const { link, module, pass } = opened(0x1d10);
    expect([link.standing, module.written]).toEqual(['connected', [[0, 0, 0, 0]]]);
    link.command({ name: 'vend', order: 5, cartridge: 48 }, 0, module.now_us);
    pass(100);
    // The eighth row and the sixth column.
    expect(module.written.at(-1)).toEqual([128, 32, 0, 0]);
    module.inputs = 1;
    pass(50);
    expect(module.written.at(-1)).toEqual([0, 0, 0, 0]);
    expect(link.collect().map(({ name }) => name)).toEqual(['accepted', 'moving', 'door-opened', 'jammed']);
  });

  it('of another module are not written to', () => {
    const { link, module, refused, pass } = opened(7);
    pass(2_000);
    expect(link.standing).toBe('refused');
    expect(refused).toEqual([
      "what answers there is no board of the profile 'barelines-modbus': register 0 holds 7 where 7440 was expected",
    ]);
    expect(module.written).toEqual([]);
  });

  it('without a stall cut-off are not armed', () => {
    expect(armRefusal(profile)).toContain("--arm is refused: the profile 'barelines-modbus' says");
  });
});
