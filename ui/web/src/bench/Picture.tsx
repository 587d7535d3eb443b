import './picture.css';
import { useMemo } from 'react';
import type { Anchors } from '../scene/anchorsOf.js';
import { BenchScene } from '../scene/BenchScene.js';
import { Elevation } from '../scene/Elevation.js';
import type { SceneLayout } from '../scene/frameFor.js';
import { useBench } from '../store/bench.js';
import { usePose } from '../store/usePose.js';
import { STILL, useMedia } from '../theme/useMedia.js';
import { useTheme } from '../theme/useTheme.js';
import { describePose } from './describePose.js';
import { labelsFor } from './labelsFor.js';
import { useTier } from './useTier.js';

interface PictureProps {
  readonly layout: SceneLayout;
  readonly onProjected?: (anchors: Anchors) => void;
}

/** The machine at the playhead: in three dimensions where that can be drawn, as an elevation where not. */
export function Picture({ layout, onProjected }: PictureProps) {
  const pose = usePose();
  const theme = useTheme();
  const { tier, onFrame } = useTier();
  const first = layout.startsWith('first');
  const view = useBench((state) => state.view);
  const inside = useBench((state) => state.lookInside) && !first;
  const ready = useBench((state) => state.sceneReady);
  const still = useMedia(STILL);
  const emulated = useBench((state) => state.controllers[state.machine] === 'emulated');
  const labels = useMemo(() => (inside ? labelsFor(pose, layout !== 'bench', emulated) : []), [pose, inside, layout, emulated]);
  const description = describePose(pose).join(' ');
  if (tier === 'none') {
    // The drawing that stands in the page itself shows the shut machine already.
    if (first) return <svg className="picture" role="img" aria-label={description} />;
    const align = layout === 'phone' ? 'corner' : layout === 'bench-middle' ? 'right' : 'middle';
    return (
      <Elevation pose={pose} theme={theme} view={view} inside={inside} labels={labels} description={description} align={align} />
    );
  }
  return (
    <div className={ready ? 'picture' : 'picture picture-waiting'}>
      <BenchScene
        pose={pose}
        view={first ? 'front' : view}
        look={inside ? 'inside' : 'steel'}
        theme={theme}
        tier={tier}
        motion={still ? 'reduced' : 'full'}
        layout={layout}
        labels={labels}
        description={description}
        onFrame={onFrame}
        {...(onProjected === undefined ? {} : { onProjected })}
      />
    </div>
  );
}
