import { describe, expect, it } from 'vitest';
import type { StatusReading } from './BoardClock.js';
import { mayFollow } from './mayFollow.js';
import { decodeBlock } from './registerNames.js';

const STATUS = decodeBlock('status', new Uint16Array(16));
const reading = (answeredMs: number, status: Partial<StatusReading['status']>): StatusReading => ({
  status: { ...STATUS, ...status },
  asked_us: answeredMs * 1_000 - 10_000,
  answered_us: answeredMs * 1_000,
  bytes: 37,
});

describe('a status after another', () => {
  const before = reading(60_000, { statusBoots: 3, uptimeMs: 50_000, lastSequence: 4, order: 9 });
  const after = (status: Partial<StatusReading['status']>) =>
    mayFollow(before, reading(60_020, { statusBoots: 3, uptimeMs: 50_020, lastSequence: 4, order: 9, ...status }));

  it('goes on, or is of a boot that has just begun', () => {
    expect(after({})).toBe(true);
    expect(after({ order: 10, lastSequence: 6 })).toBe(true);
    expect(after({ statusBoots: 4, uptimeMs: 10, lastSequence: 0 })).toBe(true);
  });

  it.each([
    ['an earlier boot', { statusBoots: 2 }],
    ['an earlier time', { uptimeMs: 49_999 }],
    ['a lower sequence', { lastSequence: 3 }],
    ['a lower order', { order: 8 }],
    ['a time that outran the host', { uptimeMs: 60_000 }],
    ['a new boot that is older than the last status', { statusBoots: 4, uptimeMs: 10_000 }],
    ['two slots of the ring, the reply to another request', { statusBoots: 3, lastSequence: 55_000, uptimeMs: 0x0129_0000 }],
  ])('is not of this board, or late: %s', (_, status) => {
    expect(after(status)).toBe(false);
  });
});
