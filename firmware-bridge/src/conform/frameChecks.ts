import { commandRegisters } from '../wire/commandRegisters.js';
import { crc16 } from '../wire/crc16.js';
import { encodeRequest } from '../wire/modbusPdu.js';
import { frameRtu, RTU_MOST } from '../wire/rtuFrame.js';
import { must } from './Broken.js';
import type { Check } from './Check.js';
import { homeCartridge } from './homeCartridge.js';
import type { Probe } from './Probe.js';

const IDENTITY = encodeRequest({ function: 4, address: 0, count: 8 });
const BROADCAST = 0;
/** Longer than the silence that ends a frame, whatever lies between, in µs. */
const LONG_PAUSE_us = 50_000;

/** A command that says what it does by a signal, and moves nothing. */
async function clearing(probe: Probe): Promise<Uint8Array> {
  const command = { name: 'clear', cartridge: await homeCartridge(probe) } as const;
  const values = commandRegisters({ command, token: probe.nextToken(), tick: 0 });
  return encodeRequest({ function: 16, address: 0, values });
}

/** What is sent gets no answer and changes nothing; of so many frames the board counts as dropped what `dropped` says. */
async function isIgnored(probe: Probe, what: string, dropped: number, send: () => Promise<Uint8Array>): Promise<void> {
  const before = await probe.block('gauges');
  const { lastSequence } = await probe.block('status');
  const answer = await send();
  must(answer.length === 0, `${what} was answered`);
  const after = await probe.block('gauges');
  must(after.lastToken === before.lastToken, `${what} put a command in the mailbox`);
  must((await probe.block('status')).lastSequence === lastSequence, `${what} brought about a signal`);
  const counted = after.framesDropped - before.framesDropped;
  must(counted === dropped, `${what}: framesDropped rose by ${counted}, ${dropped} was expected`);
}

const framed = (pdu: Uint8Array, unit = 1) => frameRtu({ unit, pdu });

function spoilt(frame: Uint8Array, at: number): Uint8Array {
  const copy = frame.slice();
  const index = (at + copy.length) % copy.length;
  copy[index] = (copy[index] as number) ^ 0x10;
  return copy;
}

/** W1 and W2: who is answered, and what is a frame. */
export const FRAME_CHECKS: readonly Check[] = [
  {
    rule: 'W1',
    tries: 'other units (2, 17, 247, 255) get no answer',
    async run(probe) {
      for (const unit of [2, 17, 247, 255]) must((await probe.pdu(IDENTITY, unit)) === null, `unit ${unit} was answered`);
      return undefined;
    },
  },
  {
    rule: 'W1',
    tries: 'a broadcast is heard and does nothing: no answer, no command taken',
    async run(probe) {
      const pdu = await clearing(probe);
      const { lastToken } = await probe.block('gauges');
      const { lastSequence } = await probe.block('status');
      must((await probe.pdu(pdu, BROADCAST)) === null, 'a broadcast was answered');
      must((await probe.block('gauges')).lastToken === lastToken, 'a broadcast put a command in the mailbox');
      must((await probe.block('status')).lastSequence === lastSequence, 'a broadcast brought about a signal');
      return undefined;
    },
  },
  {
    rule: 'W2',
    tries: 'a frame with a wrong checksum, or one bit wrong anywhere, gets no answer, changes nothing, and is counted',
    needs: ['serial'],
    async run(probe) {
      for (const at of [1, 2, 7, 12, -3, -2, -1]) {
        const frame = spoilt(framed(await clearing(probe)), at);
        await isIgnored(probe, `a command with byte ${at} wrong`, 1, () => probe.raw(frame));
      }
      return undefined;
    },
  },
  {
    rule: 'W2',
    tries: 'frames of 1, 2 and 3 bytes are dropped and counted, though the checksum be right',
    needs: ['serial'],
    async run(probe) {
      const alone = [1, crc16([1]) & 0xff, crc16([1]) >>> 8];
      for (const bytes of [[1], [1, 4], alone])
        await isIgnored(probe, `a frame of ${bytes.length}`, 1, () => probe.raw(Uint8Array.from(bytes)));
      return undefined;
    },
  },
  {
    rule: 'W2',
    tries: 'a frame of 256 bytes is heard, one of 257 is dropped',
    needs: ['serial'],
    async run(probe) {
      const long = (bytes: number) => framed(Uint8Array.from({ length: bytes - 3 }, (_, index) => (index === 0 ? 16 : 0)));
      must((await probe.raw(long(RTU_MOST))).length > 0, 'a frame of 256 bytes was not answered');
      await isIgnored(probe, 'a frame of 257 bytes', 1, () => probe.raw(long(RTU_MOST + 1)));
      return undefined;
    },
  },
  {
    rule: 'W2',
    tries: 'a frame broken apart by 50 ms is two, and both are dropped',
    needs: ['serial'],
    run: async (probe) => brokenApart(probe, LONG_PAUSE_us),
  },
  {
    rule: 'W2',
    tries: 'a pause of 1.5 ms within a frame does not end it, one of 1.9 ms does',
    needs: ['serial', 'exact'],
    async run(probe) {
      const frame = framed(IDENTITY);
      probe.line.send(frame.slice(0, 4));
      await probe.line.pause(347 + 1_500);
      must((await probe.raw(frame.slice(4))).length > 0, 'a frame with a pause of 1.5 ms was not answered');
      return brokenApart(probe, 347 + 1_900);
    },
  },
  {
    rule: 'W2',
    tries: 'two frames without a silence between them are one, and wrong',
    needs: ['serial'],
    async run(probe) {
      const frame = framed(await clearing(probe));
      await isIgnored(probe, 'a doubled frame', 1, () => probe.raw(Uint8Array.from([...frame, ...frame])));
      return undefined;
    },
  },
  {
    rule: 'W2',
    tries: 'noise of many lengths is dropped, and the next frame is answered',
    needs: ['serial'],
    async run(probe) {
      for (let length = 1; length <= 300; length += 37) {
        const noise = Uint8Array.from({ length }, (_, index) => (index * 151 + length * 89 + 7) & 0xff);
        await isIgnored(probe, `noise of ${length} bytes`, 1, () => probe.raw(noise));
      }
      return undefined;
    },
  },
];

async function brokenApart(probe: Probe, pause_us: number): Promise<undefined> {
  const frame = framed(await clearing(probe));
  await isIgnored(probe, 'a frame broken apart', 2, async () => {
    probe.line.send(frame.slice(0, 4));
    await probe.line.pause(pause_us);
    return probe.raw(frame.slice(4));
  });
  return undefined;
}
