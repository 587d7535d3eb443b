import { describe, expect, it } from 'vitest';
import { BoxWatch } from './BoxWatch.js';

const emptied = (box: BoxWatch) => {
  box.empties();
  return box.doorShut();
};

describe('what the host knows of the collection box', () => {
  it.each(['double-feed', 'beam-lost', 'interrupted', 'stall-current', 'stall-cam', 'silence', 'chute-blocked', 'not-taken'])(
    '[H10] %s: a package may lie there, until somebody has emptied it and shut the door',
    (mode) => {
      const box = new BoxWatch();
      expect([box.ended(7, mode), box.inDoubt]).toEqual([true, true]);
      expect([box.doorShut(), box.inDoubt]).toEqual([false, true]);
      expect([emptied(box), box.inDoubt]).toEqual([true, false]);
    },
  );

  it.each(['hung-up', 'misaligned', 'blind-beam'])('[H10] %s: the beam is believed that says nothing fell', (mode) => {
    const box = new BoxWatch();
    expect([box.ended(7, mode), box.ended(7, mode), box.inDoubt]).toEqual([false, false, false]);
  });

  it('[H10] is in doubt when the beam was not broken for two cartridges in a row: it may be blind', () => {
    const box = new BoxWatch();
    expect([box.ended(7, 'hung-up'), box.ended(9, 'hung-up')]).toEqual([false, true]);
    expect(emptied(box)).toBe(true);
    expect(box.ended(11, 'hung-up')).toBe(false);
  });

  it.each([
    ['a drop', (box: BoxWatch) => box.seen()],
    ['a package too many', (box: BoxWatch) => box.surplus(0)],
    ['a coil askew', (box: BoxWatch) => box.ended(8, 'misaligned')],
  ])('[H10] is not, when between the two there was %s', (_, between) => {
    const box = new BoxWatch();
    box.ended(7, 'hung-up');
    between(box);
    expect([box.ended(9, 'hung-up'), box.inDoubt]).toEqual([false, false]);
  });

  it('[H10] is in doubt after a package outside an order, unless the diverter stood to the reject bin, or nothing has moved', () => {
    const box = new BoxWatch();
    expect(box.surplus(0)).toBe(false);
    box.moves(7, true);
    expect(box.surplus(7)).toBe(false);
    expect(box.surplus(8)).toBe(true);
    emptied(box);
    box.moves(7, false);
    expect(box.surplus(7)).toBe(true);
  });

  it('[H10] is in doubt again about what fell after it was emptied', () => {
    const box = new BoxWatch();
    box.ended(7, 'double-feed');
    box.empties();
    box.surplus(7);
    expect([box.doorShut(), box.inDoubt]).toEqual([false, true]);
  });

  it('[K7] stands in a checkpoint, and keeps nothing of what follows', () => {
    const going = new BoxWatch();
    going.ended(7, 'hung-up');
    const saved = going.save();
    going.ended(9, 'hung-up');
    const again = new BoxWatch();
    again.restore(saved);
    expect([again.inDoubt, again.ended(9, 'hung-up')]).toEqual([false, true]);
  });
});
