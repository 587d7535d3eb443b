import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PlanState } from './PlanState.js';

export const emptyPlan: PlanState = {
  isOpen: false,
  step: 'start',
  isReading: false,
  problems: [],
  more: 0,
  origin: '',
  read: null,
  region: null,
  notes: [],
  faults: {},
  study: null,
  own: [],
  shown: null,
  places: {},
  curve: 'reached',
  news: '',
};

/** The planner's state, without React; `usePlan` is the hook on top. */
export const plan = createStore<PlanState>()(() => emptyPlan);

export function usePlan<T>(select: (state: PlanState) => T): T {
  return useStore(plan, select);
}
