/** What a host asks: read input (4) or holding (3) registers, write one (6) or several (16) holding registers. */
export type ModbusRequest =
  | { readonly function: 3 | 4; readonly address: number; readonly count: number }
  | { readonly function: 6; readonly address: number; readonly value: number }
  | { readonly function: 16; readonly address: number; readonly values: readonly number[] };

/** What a board answers, or the number of its exception. */
export type ModbusReply =
  | { readonly is: 'registers'; readonly values: readonly number[] }
  | { readonly is: 'written' }
  | { readonly is: 'exception'; readonly code: number };

/** Why a request is none, and by which exception a board answers it. */
export type RequestFault = { readonly error: 'unknown-function' | 'wrong-length' | 'wrong-count'; readonly exception: 1 | 3 };
/** Why a reply does not answer the request. */
export type ReplyFault = { readonly error: 'wrong-function' | 'wrong-length' | 'wrong-echo' };

/** Modbus allows no more in one reading. */
export const MOST_READ = 125;
/** Modbus allows no more in one writing. */
export const MOST_WRITTEN = 123;

const word = (value: number): [number, number] => [value >>> 8, value & 0xff];
const wordAt = (bytes: Uint8Array, at: number): number => ((bytes[at] as number) << 8) | (bytes[at + 1] as number);

/** Without address and checksum. Numbers that do not fit are an error of the caller. */
export function encodeRequest(request: ModbusRequest): Uint8Array {
  mustFit(request);
  const head = [request.function, ...word(request.address)];
  if (request.function === 6) return Uint8Array.from([...head, ...word(request.value)]);
  if (request.function !== 16) return Uint8Array.from([...head, ...word(request.count)]);
  const { values } = request;
  return Uint8Array.from([...head, ...word(values.length), values.length * 2, ...values.flatMap(word)]);
}

/** The board's side: a request, or why it is none. Addresses are the board's to judge. */
export function parseRequest(pdu: Uint8Array): ModbusRequest | RequestFault {
  const [code] = pdu;
  if (code !== 3 && code !== 4 && code !== 6 && code !== 16) return { error: 'unknown-function', exception: 1 };
  if (code === 16 ? pdu.length < 6 || pdu.length !== 6 + (pdu[5] as number) : pdu.length !== 5)
    return { error: 'wrong-length', exception: 3 };
  const [address, second] = [wordAt(pdu, 1), wordAt(pdu, 3)];
  if (code === 6) return { function: 6, address, value: second };
  const most = code === 16 ? MOST_WRITTEN : MOST_READ;
  if (second < 1 || second > most) return { error: 'wrong-count', exception: 3 };
  if (code !== 16) return { function: code, address, count: second };
  if (pdu[5] !== second * 2) return { error: 'wrong-count', exception: 3 };
  return { function: 16, address, values: Array.from({ length: second }, (_, index) => wordAt(pdu, 6 + index * 2)) };
}

/** The board's side: the answer to this request. */
export function encodeReply(request: ModbusRequest, reply: ModbusReply): Uint8Array {
  if (reply.is === 'exception') return encodeException(request.function, reply.code);
  if (reply.is === 'registers')
    return Uint8Array.from([request.function, reply.values.length * 2, ...reply.values.flatMap(word)]);
  return Uint8Array.from([request.function, ...word(request.address), ...word(echoOf(request))]);
}

export function encodeException(code: number, exception: number): Uint8Array {
  return Uint8Array.from([code | 0x80, exception]);
}

/** The host's side: what the board answered to this request, taken strictly. */
export function parseReply(request: ModbusRequest, pdu: Uint8Array): ModbusReply | ReplyFault {
  if (pdu[0] === (request.function | 0x80))
    return pdu.length === 2 ? { is: 'exception', code: pdu[1] as number } : { error: 'wrong-length' };
  if (pdu[0] !== request.function) return { error: 'wrong-function' };
  if (request.function === 3 || request.function === 4) {
    const { count } = request;
    if (pdu[1] !== count * 2 || pdu.length !== 2 + count * 2) return { error: 'wrong-length' };
    return { is: 'registers', values: Array.from({ length: count }, (_, index) => wordAt(pdu, 2 + index * 2)) };
  }
  if (pdu.length !== 5) return { error: 'wrong-length' };
  const isRight = wordAt(pdu, 1) === request.address && wordAt(pdu, 3) === echoOf(request);
  return isRight ? { is: 'written' } : { error: 'wrong-echo' };
}

/** What the answer to a writing repeats behind the address: the value, or how many. */
function echoOf(request: ModbusRequest): number {
  if (request.function === 6) return request.value;
  return request.function === 16 ? request.values.length : request.count;
}

/** Bytes of the right reply to this request, without address and checksum; an exception takes two. */
export function replyLength(request: ModbusRequest): number {
  return request.function === 3 || request.function === 4 ? 2 + request.count * 2 : 5;
}

function mustFit(request: ModbusRequest): void {
  const { function: code, address } = request;
  const count = code === 16 ? request.values.length : code === 6 ? 1 : request.count;
  const most = code === 16 ? MOST_WRITTEN : MOST_READ;
  const values = code === 16 ? request.values : code === 6 ? [request.value] : [];
  const fits = (value: number) => Number.isInteger(value) && value >= 0 && value <= 0xffff;
  if (!fits(address) || !Number.isInteger(count) || count < 1 || count > most || !values.every(fits))
    throw new RangeError(`no Modbus request: ${JSON.stringify(request)}`);
}
