import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LiveRight, LiveState } from './liveProtocol.js';

/** What the page knows of a live run beside its entries. */
export interface LiveView {
  /** `none`: no live run; `lost`: it comes back by itself; `ended`: it does not. */
  readonly is: 'none' | 'joining' | 'joined' | 'lost' | 'ended';
  readonly rights: readonly LiveRight[];
  readonly state: LiveState | null;
  /** The picture goes along with the run; not while somebody looks at an earlier instant. */
  readonly following: boolean;
  /** What came of the last request, where that is not plain to see. */
  readonly notice: string | null;
}

export const noLive: LiveView = { is: 'none', rights: [], state: null, following: true, notice: null };

export const liveStore = createStore<LiveView>()(() => noLive);

export function useLive<T>(select: (view: LiveView) => T): T {
  return useStore(liveStore, select);
}
