import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OrderMailbox, type OrderPhase, type Situation } from './OrderMailbox.js';

const READY: Situation = { doorOpen: false, supplyLow: false, chuteBlocked: false, lane: 'home' };
const vend = (order: number) => ({ name: 'vend', order, cartridge: 7 }) as const;

function moved(order: number): OrderMailbox {
  const mailbox = new OrderMailbox();
  mailbox.boot();
  mailbox.begin(order, 7, 'vend');
  mailbox.advance('accepted');
  mailbox.advance('moving');
  return mailbox;
}

describe('OrderMailbox', () => {
  it('[C6] an order found in flight at the start ended as jammed, interrupted', () => {
    const mailbox = moved(3);
    expect(mailbox.boot()).toEqual({ order: 3, cartridge: 7, kind: 'vend', phase: 'jammed', mode: 'interrupted' });
    expect(mailbox.boots).toBe(2);
    expect(mailbox.inFlight).toBeNull();
    expect(mailbox.judge(vend(3), READY).is).toBe('repeat');
  });

  it('[C6] an order that had ended stays as it ended', () => {
    const mailbox = moved(3);
    mailbox.advance('dropped');
    expect(mailbox.boot()).toBeNull();
    expect(mailbox.record?.phase).toBe('dropped');
  });

  it('[C5] an order ends once', () => {
    const mailbox = moved(3);
    expect(mailbox.advance('dropped')).toBe(true);
    for (const phase of ['jammed', 'moving', 'recovered', 'refused'] as const) expect(mailbox.advance(phase)).toBe(false);
    expect(mailbox.record?.phase).toBe('dropped');
  });

  it('[C4] what refuses first, in its order', () => {
    const mailbox = moved(3);
    const shut: Situation = { doorOpen: true, supplyLow: true, chuteBlocked: true, lane: 'locked-out' };
    expect(mailbox.judge(vend(3), shut).is).toBe('repeat');
    expect(mailbox.judge(vend(2), shut).is).toBe('stale-order');
    expect(mailbox.judge(vend(4), shut).is).toBe('busy');
    mailbox.advance('dropped');
    expect(mailbox.judge(vend(4), shut).is).toBe('door-open');
    expect(mailbox.judge(vend(4), { ...shut, doorOpen: false }).is).toBe('supply-low');
    const powered = { ...shut, doorOpen: false, supplyLow: false };
    expect(mailbox.judge(vend(4), { ...powered, lane: 'not-fitted' }).is).toBe('no-such-cartridge');
    expect(mailbox.judge(vend(4), powered).is).toBe('chute-blocked');
    expect(mailbox.judge(vend(4), { ...READY, lane: 'jammed' }).is).toBe('locked-out');
    expect(mailbox.judge({ ...vend(4), name: 'recover' }, { ...READY, lane: 'jammed' }).is).toBe('busy');
    expect(mailbox.judge({ ...vend(4), name: 'recover' }, READY).is).toBe('not-jammed');
  });

  it('refuses to begin what must not begin', () => {
    const mailbox = moved(3);
    expect(() => mailbox.begin(4, 7, 'vend')).toThrow(/must not begin/);
    mailbox.advance('dropped');
    expect(() => mailbox.begin(3, 7, 'vend')).toThrow(/must not begin/);
  });

  it('[H5] [H6] whatever is asked and whenever the power goes, ids rise and no order moves twice', () => {
    const phases: OrderPhase[] = ['accepted', 'moving', 'dropped', 'recovered', 'jammed', 'refused'];
    const step = fc.oneof(
      fc.record({ do: fc.constant('vend' as const), order: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ do: fc.constant('advance' as const), phase: fc.constantFrom(...phases) }),
      fc.record({ do: fc.constant('power' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let mailbox = new OrderMailbox();
        mailbox.boot();
        const begun: number[] = [];
        const movedOrders: number[] = [];
        for (const one of steps) {
          if (one.do === 'vend' && mailbox.judge(vend(one.order), READY).is === 'begin') {
            mailbox.begin(one.order, 7, 'vend');
            begun.push(one.order);
          } else if (one.do === 'advance') {
            const order = mailbox.inFlight?.order ?? 0;
            if (mailbox.advance(one.phase) && one.phase === 'moving') movedOrders.push(order);
          } else if (one.do === 'power') {
            const stored = JSON.parse(JSON.stringify(mailbox.save()));
            mailbox = new OrderMailbox();
            mailbox.restore(stored);
            mailbox.boot();
          }
        }
        expect(begun).toEqual([...new Set(begun)].sort((a, b) => a - b));
        expect(movedOrders).toEqual([...new Set(movedOrders)]);
      }),
      { numRuns: 300 },
    );
  });
});
