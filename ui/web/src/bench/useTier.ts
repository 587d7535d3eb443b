import { useCallback, useRef, useState } from 'react';
import type { FrameCost } from '../scene/parts/FrameMeter.js';
import { probeRenderer } from '../scene/probeRenderer.js';
import { type Tier, tierOf } from '../scene/tierOf.js';
import { bench } from '../store/bench.js';

let asked: string | null | undefined;

/** How the machine can be drawn here: asked of the renderer once, then of what its second frame costs. */
export function useTier(): { readonly tier: Tier; readonly onFrame: (cost: FrameCost) => void } {
  const [renderer] = useState(() => {
    if (asked === undefined) asked = probeRenderer();
    return asked;
  });
  const [frameMs, setFrameMs] = useState<number | null>(null);
  const frames = useRef(0);
  const onFrame = useCallback(({ ms }: FrameCost) => {
    frames.current += 1;
    if (!bench.getState().sceneReady) bench.setState({ sceneReady: true });
    // The first frame compiles; the second tells.
    if (frames.current === 2 && ms !== null) setFrameMs(ms);
  }, []);
  return { tier: tierOf(renderer, frameMs), onFrame };
}
