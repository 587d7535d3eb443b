import type { Contents, LaneTruth } from '@dosetwin/twin';
import type { PromptCount } from './Prompt.js';

interface Lane {
  loaded: number;
  onCoil: number;
  rejected: number;
  inBox: number;
  /** What was last counted still stands: nothing has moved since. */
  counted: boolean;
}

/** What a machine's lanes hold, as far as its host can know: from what was loaded, from drops that were seen, from counts. */
export class LaneBook {
  readonly #lanes: Lane[];

  /** @param loaded packages at the start; index 0 is cartridge 1 */
  constructor(cartridges: number, loaded: readonly number[]) {
    this.#lanes = Array.from({ length: cartridges }, (_, index) => {
      const packages = loaded[index] ?? 0;
      return { loaded: packages, onCoil: packages, rejected: 0, inBox: 0, counted: true };
    });
  }

  contents(cartridge: number): Contents {
    const { loaded, onCoil, rejected, inBox } = this.#lane(cartridge);
    return { loaded, onCoil, rejected, inBox };
  }

  truth(cartridge: number): LaneTruth {
    const { loaded, onCoil, rejected, inBox } = this.#lane(cartridge);
    return { loaded, onCoil, falling: 0, inBox, taken: loaded - onCoil - rejected - inBox, rejected };
  }

  /** Whether people have counted it since its motor last moved. */
  isCounted(cartridge: number): boolean {
    return this.#lane(cartridge).counted;
  }

  moved(cartridge: number): void {
    this.#lane(cartridge).counted = false;
  }

  dropped(cartridge: number, into: 'inBox' | 'rejected'): void {
    const lane = this.#lane(cartridge);
    if (lane.onCoil === 0) return;
    lane.onCoil -= 1;
    lane[into] += 1;
  }

  taken(): void {
    for (const lane of this.#lanes) lane.inBox = 0;
  }

  emptied(): void {
    for (const lane of this.#lanes) {
      lane.rejected += lane.inBox;
      lane.inBox = 0;
    }
  }

  load(cartridge: number, packages: number): void {
    const lane = this.#lane(cartridge);
    lane.loaded += packages;
    lane.onCoil += packages;
  }

  count(cartridge: number, { onCoil, rejected }: PromptCount): void {
    const lane = this.#lane(cartridge);
    Object.assign(lane, { onCoil, rejected, inBox: 0, counted: true, loaded: Math.max(lane.loaded, onCoil + rejected) });
  }

  #lane(cartridge: number): Lane {
    const lane = this.#lanes[cartridge - 1];
    if (lane === undefined) throw new RangeError(`there is no cartridge ${cartridge}`);
    return lane;
  }
}
