import type { TraceEntry } from '@dosetwin/twin';
import type { Fold } from './Fold.js';
import { numberOf, textOf } from './fieldsOf.js';
import type { CallAnswer, CallMeasures } from './Measures.js';
import { msBetween } from './msBetween.js';

interface Call {
  readonly contact: string;
  readonly machine: string;
  readonly asked_us: number;
  readonly answers: CallAnswer[];
  setOff_us: number | null;
  onSite_us: number | null;
  wentHome_us: number | null;
}

/** Whom the site asked for help, what they answered, and when they were there. */
export class CallFold implements Fold<readonly CallMeasures[]> {
  readonly kinds = ['asked', 'answered', 'set-off', 'on-site', 'went-home'];
  #calls: Call[] = [];
  #latest = new Map<string, Call>();

  add(entry: TraceEntry): void {
    const call = this.#callOf(entry);
    if (entry.kind === 'answered') call.answers.push(answerOf(entry));
    else if (entry.kind === 'set-off') call.setOff_us ??= entry.t_us;
    else if (entry.kind === 'on-site') call.onSite_us ??= entry.t_us;
    else if (entry.kind === 'went-home') call.wentHome_us ??= entry.t_us;
  }

  result(end_us: number): readonly CallMeasures[] {
    return this.#calls.map((call) => {
      const left_us = call.setOff_us ?? call.onSite_us;
      const answered = call.answers[0];
      return {
        ...call,
        answers: [...call.answers],
        toAnswerMs: answered === undefined ? null : msBetween(call.asked_us, answered.at_us),
        toOnSiteMs: call.onSite_us === null ? null : msBetween(call.asked_us, call.onSite_us),
        spentMs: left_us === null ? 0 : Math.max(0, msBetween(left_us, call.wentHome_us ?? end_us)),
      };
    });
  }

  /** Whatever a contact does belongs to the latest asking for that machine; who comes unasked begins a call too. */
  #callOf(entry: TraceEntry): Call {
    const machine = textOf(entry, 'machine');
    const name = `${entry.source}\n${machine}`;
    const latest = this.#latest.get(name);
    if (latest && entry.kind !== 'asked') return latest;
    const call: Call = {
      contact: entry.source,
      machine,
      asked_us: entry.t_us,
      answers: [],
      setOff_us: null,
      onSite_us: null,
      wentHome_us: null,
    };
    this.#calls.push(call);
    this.#latest.set(name, call);
    return call;
  }
}

function answerOf(entry: TraceEntry): CallAnswer {
  const until_us = numberOf(entry, 'until_us');
  return {
    at_us: entry.t_us,
    answer: textOf(entry, 'answer'),
    reason: textOf(entry, 'reason'),
    until_us: until_us === 0 ? null : until_us,
  };
}
