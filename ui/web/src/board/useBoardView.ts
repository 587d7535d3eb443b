import { useEffect, useState } from 'react';
import { useBench } from '../store/bench.js';
import { askBoard } from '../store/client.js';
import type { BoardAsk, BoardView } from '../worker/board/BoardView.js';

/** One question is with the worker at a time; of those that come meanwhile the last is asked next. */
class Asker {
  #next: BoardAsk | null = null;
  #isOut = false;
  readonly #show: (view: BoardView | null) => void;

  constructor(show: (view: BoardView | null) => void) {
    this.#show = show;
  }

  ask(ask: BoardAsk): void {
    this.#next = ask;
    if (!this.#isOut) this.#send();
  }

  #send(): void {
    const ask = this.#next;
    if (ask === null) return;
    this.#next = null;
    this.#isOut = true;
    askBoard(ask, (view) => {
      this.#isOut = false;
      this.#show(view);
      this.#send();
    });
  }
}

/** The board of the machine in the picture as it stood at the playhead; what it was a moment ago stays until the worker has answered. */
export function useBoardView({ filter, cartridge }: Pick<BoardAsk, 'filter' | 'cartridge'>): BoardView | null {
  const [view, setView] = useState<BoardView | null>(null);
  const [asker] = useState(() => new Asker(setView));
  const run = useBench((state) => state.run);
  const machine = useBench((state) => state.machine);
  const t_us = useBench((state) => state.playhead_us);
  const until_us = useBench((state) => state.horizon_us);
  const emulated = useBench((state) => state.controllers[state.machine] === 'emulated');
  useEffect(() => {
    if (emulated && run >= 0) asker.ask({ machine, t_us, until_us, filter, cartridge });
  }, [asker, emulated, run, machine, t_us, until_us, filter, cartridge]);
  return emulated ? view : null;
}
