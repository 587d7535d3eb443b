import { describe, expect, it } from 'vitest';
import { crc16 } from './crc16.js';
import { encodeException, encodeReply, encodeRequest, type ModbusRequest, parseReply, parseRequest } from './modbusPdu.js';
import { frameRtu, unframeRtu } from './rtuFrame.js';
import { frameTcp, unframeTcp } from './tcpFrame.js';
import vectors from './vectors.json' with { type: 'json' };

// The vectors were made by another program, with a CRC of its own; the firmware's tests read the same file.
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const requestOf = (name: string) => vectors.requests.find((one) => one.name === name)?.request as ModbusRequest;

describe('[W1] bytes of requests and replies', () => {
  it.each(vectors.crc)('the checksum of $bytes', ({ bytes, crc }) => {
    expect(crc16(bytesOf(bytes))).toBe(crc);
  });

  it.each(vectors.requests)('$name', ({ unit, rtu, tcp, transaction, request }) => {
    const pdu = encodeRequest(request as ModbusRequest);
    expect(hexOf(frameRtu({ unit, pdu }))).toBe(rtu);
    expect(hexOf(frameTcp({ transaction, unit, pdu }))).toBe(tcp);
    expect(unframeRtu(bytesOf(rtu))).toEqual({ unit, pdu });
    expect(unframeTcp(bytesOf(tcp))).toEqual({ frame: { transaction, unit, pdu }, taken: tcp.length / 2 });
    expect(parseRequest(pdu)).toEqual(request);
  });

  it.each(vectors.replies)('$name', ({ to, rtu, tcp, reply }) => {
    const request = requestOf(to);
    const pdu = encodeReply(request, reply as Parameters<typeof encodeReply>[1]);
    expect(hexOf(frameRtu({ unit: 1, pdu }))).toBe(rtu);
    expect(parseReply(request, pdu)).toEqual(reply);
    expect(unframeTcp(bytesOf(tcp))).toMatchObject({ frame: { unit: 1, pdu } });
  });

  it.each(vectors.exceptions)('exception $exception to: $to', ({ to, rtu, exception }) => {
    const request = requestOf(to);
    const pdu = encodeException(request.function, exception);
    expect(hexOf(frameRtu({ unit: 1, pdu }))).toBe(rtu);
    expect(parseReply(request, pdu)).toEqual({ is: 'exception', code: exception });
  });

  it.each(vectors.wrongReplies)('refuses as a reply to "$to": $name', ({ to, pdu, error }) => {
    expect(parseReply(requestOf(to), bytesOf(pdu))).toEqual({ error });
  });

  it.each(vectors.unanswered)('[$rule] $name', ({ rtu, error }) => {
    const frame = unframeRtu(bytesOf(rtu));
    if (error === undefined) expect('unit' in frame && frame.unit).not.toBe(1);
    else expect(frame).toEqual({ error });
  });

  it('[W3] what no board takes is refused by function, length and count before any register is looked at', () => {
    const faults = vectors.refused.map(({ rtu, exception }) => {
      const frame = unframeRtu(bytesOf(rtu));
      const request = 'error' in frame ? frame : parseRequest(frame.pdu);
      return 'exception' in request ? [request.exception, exception] : null;
    });
    const judged = faults.filter((fault) => fault !== null);
    expect(judged).toHaveLength(7);
    for (const [ours, theirs] of judged) expect(ours).toBe(theirs);
  });
});

describe('Modbus over TCP', () => {
  const [first] = vectors.requests;
  const bytes = bytesOf(first?.tcp ?? '');

  it('a frame that is cut anywhere is incomplete', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(unframeTcp(bytes.slice(0, length))).toEqual({ error: 'incomplete' });
  });

  it('a stream that holds no frames is told apart from one that is cut', () => {
    expect(unframeTcp(Uint8Array.from([...bytes.slice(0, 2), 1, ...bytes.slice(3)]))).toEqual({ error: 'wrong-protocol' });
    expect(unframeTcp(Uint8Array.from([...bytes.slice(0, 5), 1, ...bytes.slice(6)]))).toEqual({ error: 'wrong-length' });
    expect(unframeTcp(Uint8Array.from([...bytes.slice(0, 4), 1, ...bytes.slice(5)]))).toEqual({ error: 'wrong-length' });
  });

  it('refuses to encode numbers that do not fit', () => {
    expect(() => encodeRequest({ function: 4, address: 0, count: 126 })).toThrow(RangeError);
    expect(() => encodeRequest({ function: 4, address: 65_536, count: 1 })).toThrow(RangeError);
    expect(() => encodeRequest({ function: 6, address: 0, value: -1 })).toThrow(RangeError);
    expect(() => encodeRequest({ function: 16, address: 0, values: [] })).toThrow(RangeError);
  });
});
