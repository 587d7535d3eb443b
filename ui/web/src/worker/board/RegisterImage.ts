import { type BlockName, blockPlace, REGISTER_MAP } from '@dosetwin/firmware-bridge';
import type { BlockRow, BlockView } from './BoardView.js';
import type { FrameLog } from './FrameLog.js';
import { registersIn, type Spoken, type Table } from './registersIn.js';
import { sayMeasured } from './sayRegister.js';

interface Known {
  readonly value: number;
  /** In the answer before to the same question; `null`: there was none. */
  readonly before: number | null;
  readonly read_us: number;
}

/** A board's registers as far as its wire has told of them. */
export class RegisterImage {
  readonly #known = new Map<string, Known>();

  /** All that was read or written in the first `count` frames. */
  static at(frames: FrameLog, count: number): RegisterImage {
    const image = new RegisterImage();
    for (const { place, before } of frames.latestAnswers(count).toSorted((a, b) => a.place - b.place)) {
      const { request, reply, t_us } = frames.frame(place);
      const spoken = registersIn(request, reply);
      if (spoken !== null) image.take(spoken, before === null ? null : spokenIn(frames, before), t_us);
    }
    return image;
  }

  take({ table, address, values }: Spoken, before: Spoken | null, read_us: number): void {
    values.forEach((value, index) => {
      this.#known.set(keyOf(table, address + index), { value, before: before?.values[index] ?? null, read_us });
    });
  }

  /** The blocks of the map of which something is known; a waveform's samples are a picture, and stand elsewhere. */
  blocks(): BlockView[] {
    return REGISTER_MAP.filter(({ name }) => name !== 'waveform').flatMap(({ name, says }) => {
      const rows = this.rows(name as BlockName);
      return rows.length === 0 ? [] : [{ name, says, rows }];
    });
  }

  /** The values of a block whose registers are all known. */
  rows(name: BlockName): BlockRow[] {
    const { table, address, words, repeats } = blockPlace(name);
    const values = REGISTER_MAP.find((one) => one.name === name)?.values ?? [];
    return Array.from({ length: repeats }, (_, repeat) => repeat).flatMap((repeat) => {
      let at = address + repeat * words;
      return values.flatMap(({ name: value, words: width = 1, says, unit = '' }): BlockRow[] => {
        const place = at;
        at += width;
        const known = Array.from({ length: width }, (__, index) => this.#known.get(keyOf(table, place + index)));
        const [first] = known;
        if (first === undefined || known.includes(undefined)) return [];
        const number = known.reduce((sum, one) => sum * 0x10000 + (one?.value ?? 0), 0);
        return [
          {
            address: place,
            repeat: repeats === 1 ? null : repeat + 1,
            name: value,
            says,
            value: sayMeasured(value, number, unit),
            raw: known.map((one) => (one?.value ?? 0).toString(16).toUpperCase().padStart(4, '0')).join(' '),
            changed: known.some((one) => one !== undefined && one.before !== null && one.before !== one.value),
            read_us: first.read_us,
          },
        ];
      });
    });
  }
}

export function spokenIn(frames: FrameLog, place: number): Spoken | null {
  const { request, reply } = frames.frame(place);
  return registersIn(request, reply);
}

function keyOf(table: Table, address: number): string {
  return `${table} ${address}`;
}
