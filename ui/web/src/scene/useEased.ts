import { useEffect, useState } from 'react';
import { type EasedWay, type Mix, valueOn, wayTo } from './EasedWay.js';

/**
 * A value that eases to its target when `key` changes, and follows it at once otherwise. It is the picture's only use of
 * the clock: once it has arrived, the picture is a function of the props alone. Zero milliseconds cuts.
 */
export function useEased<T>(target: T, key: string, ms: number, mix: Mix<T>): T {
  const [stored, setWay] = useState<EasedWay<T>>({ key, from: target, to: target, share: 1 });
  const way = wayTo(stored, key, target, ms > 0, mix);
  if (way !== stored) setWay(way);
  const moving = way.share < 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key begins a new way.
  useEffect(() => {
    if (!moving) return undefined;
    const began = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const share = ms > 0 ? Math.min(1, Math.max(0, (now - began) / ms)) : 1;
      setWay((one) => ({ ...one, share }));
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [key, moving, ms]);
  return valueOn(way, mix);
}
