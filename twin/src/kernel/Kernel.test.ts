import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Component, Kernel, type KernelEvent, type Saved } from './Kernel.js';
import type { TraceEntry } from './trace.js';

/** Records what it hears, and does what `then` says with it; its state is how much it heard. */
class Listener implements Component {
  heard: string[] = [];
  readonly #then: (event: KernelEvent) => void;

  constructor(kernel: Kernel, address: string, then: (event: KernelEvent) => void = () => {}) {
    this.#then = then;
    kernel.register(address, 2, this);
  }

  handle(event: KernelEvent): void {
    this.heard.push(event.type);
    this.#then(event);
  }

  save(): Saved {
    return [...this.heard];
  }

  restore(saved: Saved): void {
    this.heard = [...(saved as string[])];
  }
}

const kernelOf = (onEntry?: (entry: TraceEntry) => void) => new Kernel(onEntry ? { seed: 7, onEntry } : { seed: 7 });

describe('the kernel', () => {
  it('[K1] time stands at the event while it is handled', () => {
    const kernel = kernelOf();
    const times: number[] = [];
    new Listener(kernel, 'a', () => times.push(kernel.now_us));
    kernel.at(30, 'a', { type: 'X' });
    kernel.at(10, 'a', { type: 'Y' });
    kernel.runUntil(50);
    expect(times).toEqual([10, 30]);
    expect(kernel.now_us).toBe(50);
  });

  it('[K1] times that are no whole number of microseconds are refused', () => {
    const kernel = kernelOf();
    new Listener(kernel, 'a');
    expect(() => kernel.at(0.5, 'a', { type: 'X' })).toThrow(/whole number of microseconds/);
    expect(() => kernel.at(2 ** 53, 'a', { type: 'X' })).toThrow(/whole number of microseconds/);
  });

  it('[K2] equal times fire in the order in which they were set', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 60 }), (times) => {
        const kernel = kernelOf();
        const listener = new Listener(kernel, 'a');
        for (const [i, t] of times.entries()) kernel.at(t, 'a', { type: `${t}.${i}` });
        kernel.runUntil(10);
        const expected = times.map((t, i) => ({ t, i })).sort((a, b) => a.t - b.t || a.i - b.i);
        expect(listener.heard).toEqual(expected.map(({ t, i }) => `${t}.${i}`));
      }),
    );
  });

  it('[K3] what is sent while an event is handled joins the queue behind what is due', () => {
    const kernel = kernelOf();
    const listener = new Listener(kernel, 'a', (event) => {
      if (event.type === 'FIRST') kernel.post('a', { type: 'CAUSED' });
    });
    kernel.post('a', { type: 'FIRST' });
    kernel.post('a', { type: 'SECOND' });
    kernel.runUntil(0);
    expect(listener.heard).toEqual(['FIRST', 'SECOND', 'CAUSED']);
  });

  it('[K4] an event in the past is refused', () => {
    const kernel = kernelOf();
    new Listener(kernel, 'a');
    kernel.runUntil(10);
    expect(() => kernel.at(9, 'a', { type: 'X' })).toThrow(/lies before now, 10/);
  });

  it('[K5] a timer set again moves, and a cancelled timer never fires', () => {
    const kernel = kernelOf();
    const listener = new Listener(kernel, 'a');
    kernel.setTimer('a', 'one', 10, { type: 'EARLY' });
    kernel.setTimer('a', 'one', 20, { type: 'LATE' });
    kernel.setTimer('a', 'two', 15, { type: 'NEVER' });
    expect(kernel.cancelTimer('a', 'two')).toBe(true);
    expect(kernel.cancelTimer('a', 'two')).toBe(false);
    kernel.runUntil(30);
    expect(listener.heard).toEqual(['LATE']);
    expect(kernel.cancelTimer('a', 'one')).toBe(false);
  });

  it('[K5] random timers behave as a list of timers kept by hand', () => {
    const command = fc.record({
      key: fc.constantFrom('p', 'q', 'r'),
      after: fc.nat({ max: 9 }),
      act: fc.constantFrom('set', 'cancel', 'run'),
    });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 80 }), (commands) => {
        const kernel = kernelOf();
        const listener = new Listener(kernel, 'a');
        let model: { key: string; at: number; n: number }[] = [];
        const expected: string[] = [];
        commands.forEach(({ key, after, act }, n) => {
          const at = kernel.now_us + after;
          if (act === 'run') {
            const due = model.filter((timer) => timer.at <= at).sort((a, b) => a.at - b.at || a.n - b.n);
            expected.push(...due.map((timer) => `${timer.key}${timer.n}`));
            model = model.filter((timer) => timer.at > at);
            kernel.runUntil(at);
            return;
          }
          model = model.filter((timer) => timer.key !== key);
          if (act === 'set') {
            model.push({ key, at, n });
            kernel.setTimer('a', key, at, { type: `${key}${n}` });
          } else kernel.cancelTimer('a', key);
        });
        expect(listener.heard).toEqual(expected);
      }),
    );
  });

  it('[K7] a run restored at any instant goes on to the same entries and digests', () => {
    const build = (entries: TraceEntry[]) => {
      const kernel = kernelOf((entry) => entries.push(entry));
      const listener = new Listener(kernel, 'a', (event) => {
        kernel.record('a', 'heard', { type: event.type, n: listener.heard.length });
        if (event.type !== 'TICK') return;
        const stream = kernel.stream('a', 'delay');
        kernel.at(kernel.now_us + stream.integer(1, 20), 'a', { type: 'TICK' });
        if (stream.chance(0.5)) kernel.setTimer('a', 'alarm', kernel.now_us + stream.integer(1, 50), { type: 'ALARM' });
        else kernel.cancelTimer('a', 'alarm');
      });
      return kernel;
    };
    const whole: TraceEntry[] = [];
    const first = build(whole);
    first.post('a', { type: 'TICK' });
    const checkpoints = [50, 333, 500, 501, 999].map((t) => {
      first.runUntil(t);
      return { json: JSON.stringify(first.checkpoint()), before: whole.length };
    });
    first.runUntil(1_000);
    for (const { json, before } of checkpoints) {
      const rest: TraceEntry[] = [];
      const again = build(rest);
      again.restore(JSON.parse(json));
      again.runUntil(1_000);
      expect(rest).toEqual(whole.slice(before));
      expect(again.digests).toEqual(first.digests);
    }
  });

  it('[K7] a checkpoint of another world is refused', () => {
    const kernel = kernelOf();
    new Listener(kernel, 'a');
    const other = kernelOf();
    new Listener(other, 'b');
    expect(() => other.restore(kernel.checkpoint())).toThrow(/made for another world/);
  });

  it('[K10] time passed within an event is the same as a timer, to the step and the order of events', () => {
    const times = fc.array(fc.nat({ max: 40 }), { maxLength: 20 });
    const stops = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 5 });
    const gaps = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 12 });
    const told = (others: readonly number[], stopsAfter: readonly number[], gap: readonly number[], passes: boolean) => {
      const kernel = kernelOf();
      const said: string[] = [];
      let n = 0;
      const busy = () => {
        for (;;) {
          said.push(`busy ${kernel.now_us}`);
          const wait_us = gap[n++];
          if (wait_us === undefined) return;
          const next_us = kernel.now_us + wait_us;
          if (!passes || !kernel.passTo('busy', next_us)) return kernel.setTimer('busy', 'run', next_us, { type: 'RUN' });
        }
      };
      new Listener(kernel, 'busy', busy);
      new Listener(kernel, 'other', (event) => said.push(`${event.type} ${kernel.now_us}`));
      for (const [i, t_us] of others.entries()) kernel.at(t_us, 'other', { type: `other ${i}` });
      kernel.post('busy', { type: 'RUN' });
      for (const after of stopsAfter) {
        kernel.runUntil(kernel.now_us + after);
        said.push(`stops at ${kernel.now_us} after ${kernel.steps}`);
      }
      return said;
    };
    fc.assert(
      fc.property(times, stops, gaps, (others, after, gap) => {
        expect(told(others, after, gap, true)).toEqual(told(others, after, gap, false));
      }),
    );
  });

  it('[K10] a component that passes no time for ever is a circle too', () => {
    const kernel = kernelOf();
    new Listener(kernel, 'a', () => {
      while (kernel.passTo('a', kernel.now_us)) {}
    });
    kernel.post('a', { type: 'X' });
    expect(() => kernel.runUntil(1)).toThrow(/the last was passTo for a/);
  });

  it('[K8] a circle at one instant is an error that names the last event', () => {
    const kernel = kernelOf();
    new Listener(kernel, 'a', () => kernel.post('a', { type: 'ROUND' }));
    kernel.post('a', { type: 'ROUND' });
    expect(() => kernel.runUntil(1)).toThrow(/time does not pass; the last was ROUND for a/);
  });

  it('refuses seeds that are no whole number, two components at one address, and events for nobody', () => {
    expect(() => new Kernel({ seed: -1 })).toThrow(/seed -1/);
    const kernel = kernelOf();
    new Listener(kernel, 'a');
    expect(() => new Listener(kernel, 'a')).toThrow(/two components at the address a/);
    kernel.post('nobody', { type: 'X' });
    expect(() => kernel.runUntil(1)).toThrow(/X for nobody/);
  });
});
