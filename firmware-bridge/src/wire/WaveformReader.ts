import type { Waveform } from './LinkFact.js';
import type { Master } from './Master.js';
import { FIGURES_AT_ONCE, readRegisters } from './readRegisters.js';
import { type BlockValues, blockPlace, decodeBlock } from './registerNames.js';

export interface WaveformReaderOptions {
  readonly master: Master;
  /** Asked before each request: whether figures may take the wire now. */
  readonly mayRead: (now_us: number) => boolean;
  readonly onWaveform: (waveform: Waveform, now_us: number) => void;
}

/** Reads the motor current of the last motion, in small pieces, when nothing else is going on; begins anew when that changes. */
export class WaveformReader {
  readonly #options: WaveformReaderOptions;
  /** Whose waveform is to be read, or 0. */
  #due = 0;
  #isReading = false;

  constructor(options: WaveformReaderOptions) {
    this.#options = options;
  }

  get due(): number {
    return this.#due;
  }

  /** A motion of this order has ended. */
  ended(order: number): void {
    this.#due = order;
  }

  /** Begins, if there is something to read and nothing else is going on. */
  go(now_us: number): void {
    if (this.#due === 0 || this.#isReading || !this.#options.mayRead(now_us)) return;
    this.#isReading = true;
    this.#readHead((head) => {
      // Nothing moved, or another order has moved since.
      if (head.waveOrder !== this.#due || head.waveSamples === 0) return this.#done();
      this.#readSamples(head, []);
    });
  }

  #readHead(then: (head: BlockValues<'waveform head'>, now_us: number) => void): void {
    const { table, address, words } = blockPlace('waveform head');
    readRegisters(this.#options.master, 'figure', { table, address, count: words }, (registers, now_us) => {
      if (registers === null) this.#isReading = false;
      else then(decodeBlock('waveform head', registers), now_us);
    });
  }

  #readSamples(head: BlockValues<'waveform head'>, samples: number[]): void {
    const { table, address } = blockPlace('waveform');
    const left = Math.ceil((head.waveSamples - samples.length) / 2);
    if (left <= 0) return this.#finish(head, samples);
    const place = { table, address: address + samples.length / 2, count: Math.min(left, FIGURES_AT_ONCE) };
    readRegisters(this.#options.master, 'figure', place, (registers, now_us) => {
      if (registers === null || !this.#options.mayRead(now_us)) {
        this.#isReading = false;
        return;
      }
      this.#readSamples(head, [...samples, ...registers.flatMap((register) => [register >>> 8, register & 0xff])]);
    });
  }

  /** A motion that began meanwhile has written over the samples. */
  #finish(head: BlockValues<'waveform head'>, samples: readonly number[]): void {
    this.#readHead((after, now_us) => {
      const { waveOrder: order, waveCartridge: cartridge, waveStepMs: stepMs, waveMilliampPerCount, waveSamples } = head;
      if (after.waveOrder !== order || after.waveSamples !== waveSamples) return this.#done();
      const milliamp = samples.slice(0, waveSamples).map((sample) => sample * waveMilliampPerCount);
      this.#done();
      this.#options.onWaveform({ order, cartridge, stepMs, milliamp }, now_us);
    });
  }

  #done(): void {
    this.#due = 0;
    this.#isReading = false;
  }
}
