import type { BoardWatcher, Controllers } from '@dosetwin/firmware-bridge';
import { type Recordable, type Run, recordRun } from '@dosetwin/scenarios';
import { BoardLog } from './BoardLog.js';
import type { BoardAsk, BoardView } from './BoardView.js';
import { besideAt } from './besideAt.js';
import { currentAt } from './currentAt.js';
import { framesAt } from './framesAt.js';
import { RegisterImage } from './RegisterImage.js';

/** The emulated boards of one run: what was seen of them, and the model beside them. */
export class RunBoards {
  readonly #logs = new Map<string, BoardLog>();
  readonly #recordable: Recordable;
  /** The same scenario, seed and inputs, with the model below every hinge; made when it is first asked for. */
  #model: { readonly run: Run; readonly inputs: number } | null = null;

  readonly watcher: BoardWatcher = {
    frame: (machine, frame) => this.#logs.get(machine)?.frame(frame),
    fact: (machine, fact, now_us) => this.#logs.get(machine)?.fact(fact, now_us),
    current: (machine, milliamp, now_us) => this.#logs.get(machine)?.current(milliamp, now_us),
  };

  constructor(recordable: Recordable, controllers: Controllers) {
    this.#recordable = recordable;
    for (const [machine, { kind }] of Object.entries(controllers)) {
      if (kind === 'emulated') this.#logs.set(machine, new BoardLog());
    }
  }

  /** Before the run is wound back to `t_us`. */
  windBack(t_us: number): void {
    for (const log of this.#logs.values()) log.windBack(t_us);
    this.#model = null;
  }

  /** A board at an instant that the run has reached; `null` for a machine on the model. */
  view(ask: BoardAsk, run: Run): BoardView | null {
    const { machine, t_us, cartridge } = ask;
    const log = this.#logs.get(machine);
    if (log === undefined) return null;
    const { frames } = log;
    const model = this.#modelAt(t_us, run).entries;
    const beside = [`${machine}/cartridge-${String(cartridge).padStart(2, '0')}`, `${machine}/interlock`];
    return {
      ask,
      link: linkAt(log, t_us),
      frames: framesAt(frames, ask),
      blocks: RegisterImage.at(frames, frames.instants.countAt(t_us)).blocks(),
      current: currentAt(log, run.entries, machine, t_us),
      beside: beside.map((address) => besideAt(address, t_us, frames, run.entries, model)),
    };
  }

  #modelAt(t_us: number, { inputs }: Run): Run {
    if (this.#model === null || this.#model.inputs !== inputs.length)
      this.#model = { run: recordRun(this.#recordable, { inputs }).run, inputs: inputs.length };
    const { run } = this.#model;
    if (run.now_us < t_us) run.runUntil(t_us);
    return run;
  }
}

function linkAt(log: BoardLog, t_us: number): BoardView['link'] {
  const up = Math.max(log.last('connected', t_us)?.t_us ?? -1, log.last('back', t_us)?.t_us ?? -1);
  const silent_us = log.last('silent', t_us)?.t_us ?? -1;
  return up < 0 && silent_us < 0 ? 'none' : silent_us > up ? 'silent' : 'connected';
}
