import '@fontsource-variable/geist';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { MachinePose } from '../src/pose/MachinePose.js';
import type { Anchors } from '../src/scene/anchorsOf.js';
import { BenchScene } from '../src/scene/BenchScene.js';
import { ChuteInset } from '../src/scene/ChuteInset.js';
import { Elevation } from '../src/scene/Elevation.js';
import { FRAME_SHARES, type SceneLayout } from '../src/scene/frameFor.js';
import { LeaderLine } from '../src/scene/LeaderLine.js';
import { devLabels, devPose, type PoseName } from './devPose.js';

// Fixed poses by the address' query, for looking at the scene alone:
// ?pose=hung&look=inside&layout=bench&theme=dark&view=front&tier=software&drawn=svg
const query = new URLSearchParams(location.search);
const pick = <T extends string>(name: string, among: readonly T[]): T =>
  among.find((one) => one === query.get(name)) ?? among[0]!;

const name: PoseName = pick('pose', ['idle', 'hung', 'turning', 'falling', 'palm', 'door', 'box', 'blocked', 'everything']);
const layout = pick('layout', Object.keys(FRAME_SHARES) as SceneLayout[]);
const theme = pick('theme', ['light', 'dark']);
const firstLook = pick('look', ['steel', 'inside']);
const views = ['front', 'cartridge', 'chute', 'door'] as const;
const firstView = pick('view', views);
const motion = pick('motion', ['reduced', 'full']);
const tier = pick('tier', ['software', 'full']);
const drawn = pick('drawn', ['webgl', 'svg', 'inset']);
const pose = devPose(name);
const spin = query.get('spin') !== null;
const height = layout === 'bench' ? 'calc(100vh - 200px)' : layout === 'phone' ? '440px' : '100vh';

function Page() {
  const [anchors, setAnchors] = useState<Anchors>({});
  const [shown, setShown] = useState(pose);
  const [view, setView] = useState(firstView);
  const [look, setLook] = useState(firstLook);
  useEffect(() => {
    // Keys 1 to 4 change the view, i looks inside, as on the page.
    const press = ({ key }: KeyboardEvent) => {
      if (key === 'i') setLook((one) => (one === 'steel' ? 'inside' : 'steel'));
      setView((one) => views[Number(key) - 1] ?? one);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  useEffect(() => (spin ? turnCoils(setShown) : undefined), []);
  const labels = look === 'inside' ? devLabels(layout) : [];
  if (drawn === 'svg')
    return (
      <Elevation pose={pose} theme={theme} view={view} inside={look === 'inside'} labels={labels} description="From the front" />
    );
  const inset = {
    position: 'absolute',
    left: 1092,
    top: 64,
    width: 324,
    height: 164,
    borderRadius: '8px 8px 0 0',
    overflow: 'hidden',
  } as const;
  return (
    <div style={{ position: 'relative', height }}>
      <BenchScene
        pose={shown}
        view={view}
        look={look}
        theme={theme}
        tier={tier}
        motion={motion}
        layout={layout}
        labels={labels}
        onProjected={setAnchors}
        onFrame={(cost) => {
          document.documentElement.dataset.cost = `${document.documentElement.dataset.cost ?? ''} ${JSON.stringify(cost)}`;
        }}
      />
      {layout === 'bench' && look === 'inside' && name === 'hung' ? (
        <>
          <div style={inset}>
            <ChuteInset pose={pose} theme={theme} tier={tier} title="Seen from the chute" />
          </div>
          {anchors.cartridge === undefined ? null : (
            <LeaderLine from={anchors.cartridge} to={{ x: 1092, y: 614 }} theme={theme} />
          )}
        </>
      ) : null}
    </div>
  );
}

/** Twenty frames with a coil that turns, and how long they took: `spin` in the query, milliseconds a frame in the document. */
function turnCoils(show: (pose: MachinePose) => void): () => void {
  let count = -10;
  let began = 0;
  let frame = requestAnimationFrame(function step(now) {
    if (count === 0) began = now;
    count += 1;
    if (count > 20) {
      document.documentElement.dataset.spin = String(Math.round((now - began) / 20));
      return;
    }
    show({ ...pose, cartridges: pose.cartridges.map((one) => (one.number === 20 ? { ...one, coilDeg: count * 9 } : one)) });
    frame = requestAnimationFrame(step);
  });
  return () => cancelAnimationFrame(frame);
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
