import { lazy, Suspense } from 'react';
import { useLive } from './liveStore.js';

const LiveNote = lazy(async () => ({ default: (await import('./LiveNote.js')).LiveNote }));

/** The note of a live run, while there is one. */
export function LiveDoor() {
  const shown = useLive(({ is }) => is !== 'none');
  if (!shown) return null;
  return (
    <Suspense fallback={null}>
      <LiveNote />
    </Suspense>
  );
}
