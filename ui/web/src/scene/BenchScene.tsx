import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { NeutralToneMapping } from 'three';
import type { MachinePose } from '../pose/MachinePose.js';
import { type Anchors, anchorsOf } from './anchorsOf.js';
import { CABINET } from './CABINET.js';
import { clearOf, frameFor, type SceneLayout, spreadFrame } from './frameFor.js';
import { Labels } from './Labels.js';
import type { LabelText } from './LabelText.js';
import { type CanvasSize, type Frame, type Lens, lensFor, project } from './lens.js';
import { mixCameras } from './mixCameras.js';
import { Cabinet } from './parts/Cabinet.js';
import { CameraRig } from './parts/CameraRig.js';
import { Door } from './parts/Door.js';
import { type FrameCost, FrameMeter } from './parts/FrameMeter.js';
import { Interior } from './parts/Interior.js';
import { Lights } from './parts/Lights.js';
import { Lobby } from './parts/Lobby.js';
import { Palm } from './parts/Palm.js';
import { type LabelRoom, placeLabels } from './placeLabels.js';
import { RestoredCanvas } from './RestoredCanvas.js';
import type { SceneLook } from './SceneLook.js';
import { SCENE_PALETTES, type Theme } from './scenePalette.js';
import { useEased } from './useEased.js';
import type { ViewName } from './ViewCamera.js';
import { viewCameraFor } from './viewCameraFor.js';

export interface BenchSceneProps {
  readonly pose: MachinePose;
  readonly view: ViewName;
  readonly look: 'steel' | 'inside';
  readonly theme: Theme;
  readonly tier: 'full' | 'software';
  readonly motion: 'full' | 'reduced';
  readonly layout: SceneLayout;
  /** Words around the picture; those whose place is not in it are left out. */
  readonly labels?: readonly LabelText[];
  /** Where the cabinet stands on the canvas, CSS pixels; without it the layout says where. */
  readonly frame?: Frame;
  /** The cartridge of the cartridge view; without it the one in focus when the view was asked for. */
  readonly viewCartridge?: number;
  /** What the picture shows, for those who cannot see it. */
  readonly description?: string;
  /** Where named places are on the canvas, whenever that changes. */
  readonly onProjected?: (anchors: Anchors) => void;
  readonly onFrame?: (cost: FrameCost) => void;
}

const CAMERA_MS = 600;
const FADE_MS = 900;

/** The lobby and the machine in it. Fills its parent; draws only when something has changed. */
export function BenchScene(props: BenchSceneProps) {
  const { pose, theme, tier, layout } = props;
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const look = useLook(props);
  const lens = useLens(props, size);
  const anchors = useMemo(() => (lens === null ? {} : anchorsOf(pose, lens)), [pose, lens]);
  const { onProjected } = props;
  useEffect(() => {
    if (lens !== null) onProjected?.(anchors);
  }, [anchors, lens, onProjected]);
  const placed =
    lens === null || props.labels === undefined
      ? []
      : placeLabels(props.labels, shownAnchors(anchors, lens.size, props), labelRoom(lens, layout));
  return (
    <div
      ref={box}
      style={{ position: 'relative', width: '100%', height: '100%', overflow: 'hidden', background: SCENE_PALETTES[theme].wall }}
    >
      <div
        style={{ position: 'absolute', inset: 0 }}
        {...(props.description === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': props.description })}
      >
        {lens === null ? null : (
          <RestoredCanvas
            key={tier}
            frameloop="demand"
            dpr={tier === 'full' ? [1, 2] : 1}
            shadows={tier === 'full' ? 'percentage' : false}
            gl={{ antialias: true, toneMapping: NeutralToneMapping, powerPreference: 'high-performance' }}
            camera={{ manual: true, near: 200, far: 30000 }}
            style={{ position: 'absolute', inset: 0 }}
          >
            <CameraRig lens={lens} />
            <Lights look={look} />
            <Lobby palette={look.palette} />
            <Machine pose={pose} look={look} near={props.view === 'cartridge'} />
            <FrameMeter onFrame={props.onFrame} />
          </RestoredCanvas>
        )}
      </div>
      {lens === null ? null : (
        <Labels labels={placed} size={lens.size} theme={theme} layout={layout} plates={props.view !== 'front'} />
      )}
    </div>
  );
}

/** What is behind shut steel is not drawn. */
function Machine({ pose, look, near }: { readonly pose: MachinePose; readonly look: SceneLook; readonly near: boolean }) {
  const seen = look.insideShare > 0 || pose.doorDeg > 0.5 || pose.flapDeg > 0.5;
  return (
    <>
      {seen ? <Interior pose={pose} look={look} near={near} ghosts={look.insideShare > 0.5 || pose.doorDeg > 40} /> : null}
      <Cabinet look={look} />
      <Door pose={pose} look={look} />
      {pose.palmShare === null || pose.palmShare <= 0.01 ? null : <Palm share={pose.palmShare} look={look} />}
    </>
  );
}

function useLook({ look, theme, tier, motion, view }: BenchSceneProps): SceneLook {
  const insideShare = useEased(look === 'inside' ? 1 : 0, look, motion === 'full' ? FADE_MS : 0, mixNumbers);
  // A close view looks past the reader and the lock, which stand right before the shelves.
  const fittingOpacity = view === 'cartridge' ? 0.03 : view === 'chute' ? 0.1 : 0.6;
  return useMemo(
    () => ({ theme, palette: SCENE_PALETTES[theme], tier, insideShare, fittingOpacity }),
    [theme, tier, insideShare, fittingOpacity],
  );
}

function mixNumbers(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** The camera moves when another view is asked for, and never with the pose. */
function useLens(props: BenchSceneProps, size: CanvasSize | null): Lens | null {
  const { pose, view, viewCartridge, motion, layout, frame } = props;
  const [asked, setAsked] = useState({ view, cartridge: pose.focusCartridge });
  if (asked.view !== view) setAsked({ view, cartridge: pose.focusCartridge });
  const cartridge = viewCartridge ?? asked.cartridge;
  const target = useMemo(() => viewCameraFor(view, cartridge), [view, cartridge]);
  const key = view === 'cartridge' ? `${view} ${cartridge}` : view;
  const camera = useEased(target, key, motion === 'full' ? CAMERA_MS : 0, mixCameras);
  const spread = useEased(view === 'front' ? 0 : 1, view, motion === 'full' ? CAMERA_MS : 0, mixNumbers);
  return useMemo(() => {
    if (size === null) return null;
    const place = frame ?? frameFor(layout, size);
    return lensFor(camera, size, mixFrames(place, spreadFrame(place, size), spread));
  }, [camera, size, frame, layout, spread]);
}

function mixFrames(from: Frame, to: Frame, share: number): Frame {
  return {
    left: mixNumbers(from.left, to.left, share),
    top: mixNumbers(from.top, to.top, share),
    width: mixNumbers(from.width, to.width, share),
    height: mixNumbers(from.height, to.height, share),
  };
}

function useSize(box: { readonly current: HTMLDivElement | null }): CanvasSize | null {
  const [size, setSize] = useState<CanvasSize | null>(null);
  useLayoutEffect(() => {
    const target = box.current;
    if (target === null) return undefined;
    const measure = () => {
      const [width, height] = [target.clientWidth, target.clientHeight];
      setSize((old) => (width < 1 || height < 1 || (old?.width === width && old.height === height) ? old : { width, height }));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(target);
    return () => watch.disconnect();
  }, [box]);
  return size;
}

/** What a closer view is about; the front view is about everything. */
const ABOUT: { readonly [view in ViewName]: readonly string[] | null } = {
  front: null,
  cartridge: ['cartridge', 'ghost'],
  chute: ['beam', 'box', 'ghost', 'power'],
  door: ['cartridge', 'lock', 'coils', 'beam'],
};

/** Only places on the canvas, and those that the view is about, are labelled. */
function shownAnchors(anchors: Anchors, size: CanvasSize, { view, layout }: BenchSceneProps): Anchors {
  const about = ABOUT[view];
  const { left, right } = view === 'front' ? { left: 0, right: size.width } : clearOf(layout, size);
  return Object.fromEntries(
    Object.entries(anchors).filter(
      ([name, at]) => at.x > left && at.y > 0 && at.x < right && at.y < size.height && (about?.includes(name) ?? true),
    ),
  );
}

/** Most labels are no wider; the widest stand at the left of the bench, between the log and the machine. */
const LABEL_PX = 96;
const WIDE_LABEL_PX = 124;

/** On a phone the clock, the date, the desk and the machine's name stand above the words. */
const BELOW_CLOCK_PX = 216;

/** Columns for words beside the cabinet, or at the canvas' sides when the cabinet fills it. */
function labelRoom(lens: Lens, layout: SceneLayout): LabelRoom {
  const { width, height } = CABINET;
  const corners = [-1, 1].flatMap((x) =>
    [-1, 1].map((z) => project(lens, { x: (x * width) / 2, y: height / 2, z: (z * CABINET.depth) / 2 })),
  );
  const xs = corners.flatMap((one) => (one === null ? [] : [one.x]));
  const left = Math.min(...xs, lens.size.width) - 24;
  const right = Math.max(...xs, 0) + 18;
  const room = 16;
  const clear = clearOf(layout, lens.size);
  return {
    leftX: layout === 'phone' ? 96 : Math.max(clear.left + (layout === 'bench' ? WIDE_LABEL_PX : LABEL_PX), left),
    rightX: Math.min(clear.right - LABEL_PX, right),
    top: layout === 'phone' ? BELOW_CLOCK_PX : room + 8,
    bottom: lens.size.height - 2 * room,
  };
}
