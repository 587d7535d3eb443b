import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  const watch = useCallback(
    (onChange: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(watch, () => matchMedia(query).matches);
}

export const PHONE = '(max-width: 700px)';
/** The bench has two columns. */
export const TWO_COLUMNS = '(min-width: 701px) and (max-width: 1180px)';
/** The first screen has one column beside the machine. */
export const MIDDLE = '(max-width: 1100px)';
export const STILL = '(prefers-reduced-motion: reduce)';
