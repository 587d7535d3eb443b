import { useEffect, useSyncExternalStore } from 'react';
import { useBench } from '../store/bench.js';

const dark = matchMedia('(prefers-color-scheme: dark)');

function watch(onChange: () => void): () => void {
  dark.addEventListener('change', onChange);
  return () => dark.removeEventListener('change', onChange);
}

/** Light or dark, as chosen or as the system has it; the document's root carries the choice. */
export function useTheme(): 'light' | 'dark' {
  const theme = useBench((state) => state.theme);
  const system = useSyncExternalStore(watch, () => dark.matches);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme === 'auto' ? (system ? 'dark' : 'light') : theme;
}
