import type { Signal } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { loadProfile } from '../profile/loadProfile.js';
import { TextLink } from '../profile/TextLink.js';
import type { BlockValues } from '../wire/registerNames.js';
import type { BoardPort } from './BoardPort.js';
import { WireWork } from './WireWork.js';

const S = 1_000_000;
const PROFILE = `name: small
title: A small board
transport: { kind: text, baud: 9600, line-end: lf, charset: ascii }
capabilities: { order-ids: no, events: unnumbered, motion: board, stall-cut-off-ms: 300, cartridges: 12 }
poll: { send: 'S', every-ms: 500, answer: 'S' }
commands:
  vend: { send: 'V{cartridge}', ends-within-ms: 9000, answers: [{ line: 'DROP', says: dropped }] }
lines: []
`;

/** A board that is greeted, on a clock of the test's own. */
function atWork({ showsPins } = { showsPins: false }) {
  const loaded = loadProfile(PROFILE, 'small.yaml');
  if (!('profile' in loaded) || !('lines' in loaded.profile)) throw new Error('the profile is wrong');
  const clock = { now_us: 0, isAwaited: false, hasNews: false };
  const link = new TextLink(loaded.profile);
  link.open(0);
  link.receive(Uint8Array.of(0x53, 0x0a), 0);
  const port: BoardPort = {
    name: 'tcp:small:1',
    link,
    highestOrder: 0,
    showsPins,
    now_us: () => clock.now_us,
    turn: () => {},
    listen: () => {},
    get isAwaited() {
      return clock.isAwaited;
    },
    get hasNews() {
      return clock.hasNews;
    },
  };
  const work = new WireWork(port);
  const hear = (name: Signal['name'], args: Signal['args'] = {}) =>
    work.heard({ name, boot: 1, sequence: 0, tick: 0, args }, 1, clock.now_us);
  return { work, clock, hear };
}

describe('whether time may leap ahead of the wall', () => {
  it('not while an order is in flight, however long it takes, nor right after it', () => {
    const { work, clock, hear } = atWork();
    expect(work.isAny).toBe(false);
    work.commanded({ name: 'vend', order: 1, cartridge: 7 }, 0);
    clock.now_us = 20 * S;
    expect(work.isAny).toBe(true);
    hear('dropped', { order: 1, cartridge: 7 });
    expect(work.isAny).toBe(true);
    clock.now_us += S;
    expect(work.isAny).toBe(false);
  });

  it('behind a door that the run has asked to be opened, and behind no other', () => {
    const { work, clock, hear } = atWork();
    hear('door-opened');
    clock.now_us += 10 * S;
    expect(work.isAny).toBe(true);
    work.asked({ name: 'open-door' });
    expect(work.isAny).toBe(false);
    work.asked({ name: 'close-door' });
    expect(work.isAny).toBe(true);
    hear('door-closed');
    clock.now_us += S;
    expect(work.isAny).toBe(false);
  });

  it('not before a board that shows its pins was read twice since somebody said that something is done', () => {
    const { work, clock } = atWork({ showsPins: true });
    const status = { statusBoots: 1, lastSequence: 0 } as BlockValues<'status'>;
    work.polled(status, 0);
    work.answered(0);
    clock.now_us += 10 * S;
    work.polled(status, clock.now_us);
    expect(work.isAny).toBe(true);
    work.polled(status, clock.now_us);
    expect(work.isAny).toBe(false);
  });

  it('not while the flap stands open, nor while an answer is awaited', () => {
    const { work, clock, hear } = atWork();
    hear('flap-opened');
    clock.now_us += 10 * S;
    expect(work.isAny).toBe(true);
    hear('flap-closed');
    expect(work.isAny).toBe(false);
    clock.isAwaited = true;
    expect(work.isAny).toBe(true);
  });

  it('over an unlocked flap by 30 s, then no further before the wall has come as far, and as on the wall until it locks', () => {
    const { work, clock, hear } = atWork();
    expect(work.leapEnd_us).toBe(Number.POSITIVE_INFINITY);
    clock.now_us = 4 * S;
    work.commanded({ name: 'unlock', order: 1 }, 100 * S);
    clock.now_us += S;
    expect(work.isAny).toBe(false);
    expect(work.leapEnd_us).toBe(130 * S);
    clock.now_us = 34 * S;
    expect(work.leapEnd_us).toBe(Number.POSITIVE_INFINITY);
    expect(work.isAny).toBe(true);
    clock.now_us = 69 * S;
    expect(work.isAny).toBe(false);
    work.commanded({ name: 'unlock', order: 2 }, 500 * S);
    hear('flap-closed');
    expect(work.leapEnd_us).toBe(Number.POSITIVE_INFINITY);
  });

  it('not before a motor has rested from a jam', () => {
    const { work, clock, hear } = atWork();
    work.commanded({ name: 'vend', order: 1, cartridge: 7 }, 0);
    hear('jammed', { order: 1, cartridge: 7, mode: 'hung-up' });
    clock.now_us = 1.2 * S;
    expect(work.isAny).toBe(true);
    clock.now_us = 1.6 * S;
    expect(work.isAny).toBe(false);
  });

  it('to the next poll, when what is to be told has been heard already', () => {
    const { work, clock } = atWork();
    work.answered(0);
    expect(work.isAny).toBe(true);
    clock.hasNews = true;
    expect(work.isAny).toBe(false);
  });
});
