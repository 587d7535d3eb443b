import type { TraceEntry } from '@dosetwin/twin';
import { partOf } from './address.js';
import type { Fold } from './Fold.js';
import { textOf } from './fieldsOf.js';
import { inCodeUnitOrder } from './inCodeUnitOrder.js';
import type { StateMeasures } from './Measures.js';

const WATCHED = new Set(['session', 'link', 'ticket']);

interface Spell {
  us: number;
  entered: number;
}

interface Component {
  readonly isCartridge: boolean;
  readonly spells: Map<string, Spell>;
  state: string;
  since_us: number;
}

/** The time that each component spent in each of its states, parallel states taken together. */
export class StateFold implements Fold<readonly StateMeasures[]> {
  readonly kinds = ['state'];
  #components = new Map<string, Component>();

  add(entry: TraceEntry): void {
    const component = this.#components.get(entry.source);
    const state = textOf(entry, 'is');
    if (component) change(component, state, entry.t_us);
    else this.#begin(entry, state);
  }

  result(end_us: number): readonly StateMeasures[] {
    return [...this.#components]
      .filter(([, { isCartridge, spells }]) => !isCartridge || spells.size > 1)
      .map(([address, component]) => ({ address, times: timesOf(component, end_us) }))
      .sort((a, b) => inCodeUnitOrder(a.address, b.address));
  }

  #begin({ source, t_us }: TraceEntry, state: string): void {
    const part = partOf(source);
    const isCartridge = part.startsWith('cartridge-');
    if (!isCartridge && !WATCHED.has(part)) return;
    this.#components.set(source, { isCartridge, spells: new Map([[state, { us: 0, entered: 1 }]]), state, since_us: t_us });
  }
}

/** A `state` entry for a counter alone names the same state again, and is no change here. */
function change(component: Component, state: string, t_us: number): void {
  if (state === component.state) return;
  const left = component.spells.get(component.state);
  if (left) left.us += t_us - component.since_us;
  const entered = component.spells.get(state);
  if (entered) entered.entered += 1;
  else component.spells.set(state, { us: 0, entered: 1 });
  component.state = state;
  component.since_us = t_us;
}

function timesOf(component: Component, end_us: number): StateMeasures['times'] {
  return [...component.spells].map(([state, { us, entered }]) => {
    const open_us = state === component.state ? Math.max(0, end_us - component.since_us) : 0;
    return { state, ms: Math.floor((us + open_us) / 1000), entered };
  });
}
