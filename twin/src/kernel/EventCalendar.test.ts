import { describe, expect, it } from 'vitest';
import { type CalendarItem, EventCalendar, NO_SLOT, type Slot } from './EventCalendar.js';
import { RandomStream } from './random.js';

type Item = CalendarItem<number>;

/** What a calendar must do, in the plainest way: a list, sorted whenever it is asked. */
class Model {
  items: Item[] = [];

  first(): Item | undefined {
    return [...this.items].sort((a, b) => a.t_us - b.t_us || a.ticket - b.ticket)[0];
  }

  without(ticket: number): void {
    this.items = this.items.filter((item) => item.ticket !== ticket);
  }
}

describe('the calendar', () => {
  it.each([1, 2, 3])('[K2] random adding, taking and removing does what a sorted list does, seed %i', (seed) => {
    const luck = new RandomStream(seed, 'calendar', 'commands');
    const calendar = new EventCalendar<number>();
    const model = new Model();
    const slots = new Map<number, Slot>();
    let now_us = 0;
    for (let i = 0; i < 3_000; i++) {
      const turn = luck.uniform();
      if (turn < 0.5) {
        const [isNow, ticket] = [luck.chance(0.4), calendar.nextTicket];
        const t_us = isNow ? now_us : luck.integer(now_us, now_us + 12);
        const key = !isNow && luck.chance(0.5) ? `timer ${i}` : null;
        const address = `address ${i % 7}`;
        slots.set(ticket, isNow ? calendar.addNow(now_us, address, i) : calendar.add(t_us, address, key, i));
        model.items.push({ t_us, ticket, value: { address: `address ${i % 7}`, key, event: i } });
      } else {
        const expected = turn < 0.8 ? model.first() : model.items[luck.integer(0, Math.max(0, model.items.length - 1))];
        if (!expected) continue;
        const slot = turn < 0.8 ? calendar.first : (slots.get(expected.ticket) as Slot);
        if (turn < 0.8) now_us = expected.t_us;
        const { address, key, event } = expected.value;
        expect([calendar.addressOf(slot), calendar.keyOf(slot), calendar.eventOf(slot)]).toEqual([address, key, event]);
        expect(calendar.slotOf(expected.ticket)).toBe(slot);
        calendar.remove(slot);
        expect(calendar.slotOf(expected.ticket)).toBe(NO_SLOT);
        model.without(expected.ticket);
      }
      expect(calendar.size).toBe(model.items.length);
      expect(calendar.first_us).toBe(model.first()?.t_us ?? Number.POSITIVE_INFINITY);
    }
    expect(calendar.pending()).toEqual([...model.items].sort((a, b) => a.t_us - b.t_us || a.ticket - b.ticket));
  });

  it('[K7] what was pending comes back under its own tickets, in any order of coming back', () => {
    const calendar = new EventCalendar<string>();
    for (let i = 0; i < 200; i++) calendar.add(i % 3, 'a', null, `event ${i}`);
    const again = new EventCalendar<string>(calendar.nextTicket);
    for (const item of calendar.pending().reverse()) again.restore(item);
    expect(again.pending()).toEqual(calendar.pending());
    expect(again.nextTicket).toBe(200);
  });

  it('an empty calendar has no first', () => {
    expect(new EventCalendar().first).toBe(NO_SLOT);
    expect(new EventCalendar().pending()).toEqual([]);
  });
});
