import { describe, expect, it } from 'vitest';
import { commandRegisters } from './commandRegisters.js';
import type { ModbusReply, ModbusRequest } from './modbusPdu.js';
import { sayFrame, sayRequest } from './sayFrame.js';

const bytes = new Uint8Array(8);
const received = (request: ModbusRequest, reply: ModbusReply) =>
  sayFrame({ t_us: 0, direction: 'received', bytes, is: reply.is === 'exception' ? 'exception' : 'reply', request, reply });

describe('a frame in words', () => {
  it.each([
    [{ function: 4, address: 0x10, count: 16 }, 'read status'],
    [{ function: 4, address: 0x108, count: 16 }, 'read ring 2 to 3 of 32'],
    [{ function: 4, address: 0x1f8, count: 8 }, 'read ring 32 of 32'],
    [{ function: 4, address: 0x23, count: 1 }, 'read gauges'],
    [{ function: 3, address: 0x10, count: 1 }, 'read set-up'],
    [{ function: 4, address: 0x9000, count: 1 }, 'read registers from 36864'],
    [{ function: 6, address: 0x10, value: 30 }, 'set fitted to 30'],
    [{ function: 16, address: 0, values: [1, 2] }, 'command that is none: not whole'],
  ] as const)('%o: %s', (request, words) => {
    expect(sayRequest(request as ModbusRequest)).toBe(words);
  });

  it('of a command says all of it', () => {
    const values = commandRegisters({ command: { name: 'vend', order: 12, cartridge: 7 }, token: 3, tick: 4_021 });
    const request: ModbusRequest = { function: 16, address: 0, values };
    expect(sayRequest(request)).toBe('command vend, order 12, cartridge 7, tick 4021, token 3');
    expect(sayFrame({ t_us: 0, direction: 'sent', bytes, is: 'request', request, attempt: 2 })).toMatch(/token 3, time 2$/);
    expect(received(request, { is: 'written' })).toMatch(/^received: command vend/);
    expect(received(request, { is: 'exception', code: 6 })).toMatch(/^exception 6 \(not now\), to: command vend/);
    expect(sayRequest({ ...request, values: [...values.slice(0, 7), 0] })).toBe('command that is none: wrong-check');
  });

  it('of a reply says its registers, and of what was dropped that it was', () => {
    const request: ModbusRequest = { function: 4, address: 0, count: 2 };
    expect(received(request, { is: 'registers', values: [0x4457, 0x100] })).toBe('identity: 4457 0100');
    expect(sayFrame({ t_us: 0, direction: 'received', bytes, is: 'garbled' })).toBe('garbled: 8 bytes, dropped');
  });
});
