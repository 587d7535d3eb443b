import { describe, expect, it } from 'vitest';
import { frameRtu } from '../wire/rtuFrame.js';
import { type TcpFrame, unframeTcp } from '../wire/tcpFrame.js';
import { REPLY_TIMEOUT_us, SILENCE_us, wireTime_us } from '../wire/wireTiming.js';
import { RtuGateway } from './RtuGateway.js';

const READ = Uint8Array.of(4, 0, 0, 0, 1);
const ANSWER = Uint8Array.of(4, 2, 0x44, 0x57);

/** A gateway with requests of given units and transactions, and what their clients were answered. */
function gatewayWith(...frames: readonly Omit<TcpFrame, 'pdu'>[]) {
  const gateway = new RtuGateway();
  const answered: unknown[] = [];
  for (const frame of frames) {
    gateway.request({ frame: { ...frame, pdu: READ }, answer: (bytes) => answered.push(unframeTcp(bytes)) });
  }
  return { gateway, answered };
}

function hear(gateway: RtuGateway, bytes: Uint8Array, from_us: number): number {
  for (const [index, byte] of bytes.entries()) gateway.receive(byte, from_us + index * 87);
  return from_us + bytes.length * 87;
}

describe('a gateway', () => {
  it('[W1] puts a request on the wire as it came, and hands the answer back under its number', () => {
    const { gateway, answered } = gatewayWith({ unit: 1, transaction: 7 });
    expect(gateway.advance(0)).toEqual(frameRtu({ unit: 1, pdu: READ }));
    hear(gateway, frameRtu({ unit: 1, pdu: ANSWER }), 3_000);
    expect(answered).toEqual([{ frame: { unit: 1, transaction: 7, pdu: ANSWER }, taken: 11 }]);
    expect(gateway.next_us).toBeNull();
  });

  it('[W2] asks one at a time, and leaves a silence between', () => {
    const { gateway, answered } = gatewayWith({ unit: 1, transaction: 1 }, { unit: 1, transaction: 2 });
    gateway.advance(0);
    expect(gateway.advance(2_900)).toBeNull();
    const end_us = hear(gateway, frameRtu({ unit: 1, pdu: ANSWER }), 3_000) - 87;
    expect(gateway.advance(end_us + SILENCE_us - 1)).toBeNull();
    expect(gateway.next_us).toBe(end_us + SILENCE_us);
    expect(gateway.advance(end_us + SILENCE_us)).not.toBeNull();
    expect(answered).toHaveLength(1);
  });

  it('a board that is silent is exception 11, and the next request goes on', () => {
    const { gateway, answered } = gatewayWith({ unit: 9, transaction: 1 }, { unit: 1, transaction: 2 });
    const deadline_us = wireTime_us(8) + REPLY_TIMEOUT_us;
    gateway.advance(0);
    expect(gateway.advance(deadline_us - 1)).toBeNull();
    expect(gateway.advance(deadline_us)).toEqual(frameRtu({ unit: 1, pdu: READ }));
    expect(answered).toEqual([{ frame: { unit: 9, transaction: 1, pdu: Uint8Array.of(0x84, 11) }, taken: 9 }]);
    expect(gateway.counters).toMatchObject({ asked: 2, silent: 1 });
  });

  it('what answers the reading of other registers, by somebody else on the wire, is no answer', () => {
    const { gateway, answered } = gatewayWith({ unit: 1, transaction: 1 });
    gateway.advance(0);
    const end_us = hear(gateway, frameRtu({ unit: 1, pdu: Uint8Array.of(4, 4, 0, 1, 0, 2) }), 3_000);
    gateway.advance(end_us + SILENCE_us);
    expect(answered).toEqual([]);
    hear(gateway, frameRtu({ unit: 1, pdu: ANSWER }), end_us + 2 * SILENCE_us);
    expect(answered).toMatchObject([{ frame: { transaction: 1, pdu: ANSWER } }]);
    expect(gateway.counters).toMatchObject({ answered: 1, strays: 1 });
  });

  it('what another unit says, and what is spoilt, is no answer', () => {
    for (const stray of [frameRtu({ unit: 2, pdu: ANSWER }), frameRtu({ unit: 1, pdu: ANSWER }).with(4, 0)]) {
      const { gateway, answered } = gatewayWith({ unit: 1, transaction: 1 });
      gateway.advance(0);
      const end_us = hear(gateway, stray, 3_000);
      gateway.advance(end_us + SILENCE_us);
      expect(answered).toEqual([]);
      expect(gateway.counters.strays).toBe(1);
      gateway.advance(wireTime_us(8) + REPLY_TIMEOUT_us);
      expect(answered).toHaveLength(1);
    }
  });

  it('[W1] a broadcast is sent and answered by nobody', () => {
    const { gateway, answered } = gatewayWith({ unit: 0, transaction: 1 }, { unit: 1, transaction: 2 });
    expect(gateway.advance(0)?.[0]).toBe(0);
    expect(gateway.advance(wireTime_us(8) + SILENCE_us)?.[0]).toBe(1);
    expect(answered).toEqual([]);
  });
});
