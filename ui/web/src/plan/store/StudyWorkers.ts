import type { Region } from '@dosetwin/scenarios';
import PlanWorker from '../worker/plan.worker.ts?worker&inline';
import type { FromPlanner, ToPlanner } from '../worker/planProtocol.js';

/** More threads than this gain little: siting and screening keep to one. */
const MOST_HELPERS = 8;

/** The workers of one study: one leads it, and one for each core simulates its futures. Ending them ends the study where it is. */
export class StudyWorkers {
  readonly #workers: readonly Worker[];
  readonly #helpers: readonly Worker[];

  constructor(onMessage: (message: FromPlanner) => void, onError: (why: string) => void) {
    const cores = Math.max(1, Math.min(MOST_HELPERS, navigator.hardwareConcurrency || 1));
    const leader = new PlanWorker();
    leader.addEventListener('message', ({ data }: MessageEvent<FromPlanner>) => onMessage(data));
    this.#helpers = Array.from({ length: cores }, () => new PlanWorker());
    this.#workers = [leader, ...this.#helpers];
    for (const worker of this.#workers) worker.addEventListener('error', ({ message }) => onError(message));
  }

  begin(id: number, region: Region, solver: ArrayBuffer): void {
    const text = JSON.stringify(region);
    const ports = this.#helpers.map((helper) => {
      const { port1, port2 } = new MessageChannel();
      helper.postMessage({ type: 'help', id, region: text, port: port2 } satisfies ToPlanner, [port2]);
      return port1;
    });
    this.#workers[0]?.postMessage({ type: 'study', id, region, solver, helpers: ports } satisfies ToPlanner, [...ports]);
  }

  end(): void {
    for (const worker of this.#workers) worker.terminate();
  }
}
