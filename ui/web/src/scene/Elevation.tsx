import { type ReactNode, useId } from 'react';
import type { MachinePose } from '../pose/MachinePose.js';
import { CABINET } from './CABINET.js';
import { cartridgePlace } from './cartridgePlace.js';
import { ElevationDoor } from './ElevationDoor.js';
import { elevationAnchors, elevationY as up } from './elevationAnchors.js';
import { type ElevationAlign, elevationViewBox } from './elevationViewBox.js';
import { fallPlace } from './fallPlace.js';
import { ghostPlaces } from './ghostPlaces.js';
import type { LabelText } from './LabelText.js';
import type { PackagePlace } from './PackagePlace.js';
import { stuckPlaces } from './packagePlaces.js';
import { type PlacedLabel, placeLabels } from './placeLabels.js';
import { SCENE_PALETTES, type ScenePalette, type Theme } from './scenePalette.js';
import type { ViewName } from './ViewCamera.js';

interface ElevationProps {
  readonly pose: MachinePose;
  readonly theme: Theme;
  readonly view: ViewName;
  /** Behind steel nothing is seen, unless somebody looks inside or the door stands open. */
  readonly inside: boolean;
  readonly labels?: readonly LabelText[];
  /** Where in its box the machine stands; `corner`: low on the right, with room for the clock above it and to its left. */
  readonly align?: ElevationAlign;
  /** What the picture shows, for those who cannot see it. */
  readonly description: string;
}

const FITS = { middle: 'xMidYMid meet', right: 'xMaxYMid meet', corner: 'xMaxYMax meet' } as const;
/** A phone's picture is small: its words are larger, and begin below the clock. */
const WORDS = { fontSize: 42, lineHigh: 52, below: 60, apart: 150 } as const;
const WORDS_ON_PHONE = { fontSize: 74, lineHigh: 84, below: 810, apart: 260 } as const;

const HALF_W = CABINET.width / 2;
/** The door turns about its left edge; wider than this it shows what is behind it. */
const AJAR_DEG = 0.5;

/** The machine from the front as a drawing, from the same pose: where there is no WebGL. Millimetres. */
export function Elevation({ pose, theme, view, inside, labels = [], description, align = 'middle' }: ElevationProps) {
  const palette = SCENE_PALETTES[theme];
  const hatch = useId();
  const open = inside || pose.doorDeg > AJAR_DEG;
  const words = align === 'corner' ? WORDS_ON_PHONE : WORDS;
  const room = { leftX: -HALF_W - 70, rightX: HALF_W + 70, top: -CABINET.height + words.below, bottom: -60 };
  const placed = placeLabels(labels, elevationAnchors(pose), room, { apart: words.apart, lift: 40 });
  return (
    <svg
      role="img"
      aria-label={description}
      preserveAspectRatio={FITS[align]}
      viewBox={elevationViewBox(view, pose, align)}
      style={{ display: 'block', width: '100%', height: '100%', background: palette.wall }}
    >
      <Hatching id={hatch} />
      <rect x={-4000} y={-60} width={8000} height={2000} fill={palette.floor} />
      <rect x={-4000} y={-156} width={8000} height={96} fill={palette.skirting} />
      <Body palette={palette} />
      {open ? (
        <>
          <Shelves pose={pose} palette={palette} />
          <Below pose={pose} palette={palette} />
        </>
      ) : null}
      <ElevationDoor pose={pose} palette={palette} inside={inside} />
      {open ? (
        <>
          <Packages
            places={ghostPlaces(pose.ghostCartridge)}
            fill={palette.faultFill}
            opacity={0.45}
            stroke={palette.faultLine}
          />
          <Packages
            places={pose.falling.map((one) => fallPlace(one.cartridge, one.fallShare))}
            fill="#f7f2e7"
            opacity={1}
            stroke={palette.ink}
          />
          <Packages places={stuckPlaces(pose)} fill={`url(#${hatch})`} opacity={1} stroke={palette.faultLine} />
        </>
      ) : null}
      {/* Closer, there is no room for words beside the machine. */}
      {view === 'front'
        ? placed.map((one) => <Label key={one.label.anchor} placed={one} palette={palette} words={words} />)
        : null}
    </svg>
  );
}

function Hatching({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="14" height="14" fill="#fae6c3" />
        <rect width="7" height="14" fill="#e8960c" />
      </pattern>
    </defs>
  );
}

function Body({ palette }: { readonly palette: ScenePalette }) {
  const { height, plinth, frame } = CABINET;
  const bolts = Array.from({ length: 13 }, (_, index) => plinth + 66 + index * CABINET.boltPitch);
  return (
    <g data-part="cabinet" stroke={palette.outline} strokeWidth={4}>
      <ellipse cx={20} cy={2} rx={HALF_W + 60} ry={26} fill={palette.shadow} opacity={0.5} stroke="none" />
      <rect x={-HALF_W + 32} y={-plinth} width={2 * HALF_W - 64} height={plinth} fill="#3a332b" stroke="none" />
      <rect x={-HALF_W} y={-height} width={2 * HALF_W} height={height - plinth} fill={palette.flat.steel} />
      <rect
        x={-HALF_W + frame}
        y={-height + 20}
        width={2 * (HALF_W - frame)}
        height={height - plinth - 62}
        fill={palette.flat.works}
        strokeWidth={2.5}
      />
      {[-1, 1].flatMap((side) =>
        bolts.map((y) => (
          <circle
            key={`${side} ${y}`}
            cx={side * (HALF_W - frame / 2)}
            cy={up(y)}
            r={8}
            fill={palette.flat.bolt}
            strokeWidth={1.5}
          />
        )),
      )}
    </g>
  );
}

/** Coils seen end on, each with the package that stands first in it, and a mark that shows how far it has turned. */
function Shelves({ pose, palette }: { readonly pose: MachinePose; readonly palette: ScenePalette }) {
  const { shelf, coil, package: size } = CABINET;
  const width = shelf.columns * shelf.lanePitch;
  return (
    <g>
      {Array.from({ length: shelf.rows }, (_, row) => (
        <rect
          key={cartridgePlace(row * shelf.columns + 1).trayY}
          x={shelf.left - 6}
          y={up(shelf.top - row * shelf.rowPitch)}
          width={width + 12}
          height={18}
          fill={palette.flat.tray}
        />
      ))}
      {pose.cartridges.map((cartridge) => {
        const place = cartridgePlace(cartridge.number);
        const angle = (cartridge.coilDeg * Math.PI) / 180;
        const radius = (coil.diameter - coil.wire) / 2;
        return (
          <g key={cartridge.number}>
            {cartridge.packages > 0 ? (
              <rect
                x={place.x - size.width / 2}
                y={up(place.trayY + size.height)}
                width={size.width}
                height={size.height}
                rx={6}
                fill={palette.flat.package}
              />
            ) : null}
            <circle cx={place.x} cy={up(place.coilY)} r={radius} fill="none" stroke="#4c473f" strokeWidth={5} />
            <line
              x1={place.x + radius * 0.55 * Math.cos(angle)}
              y1={up(place.coilY) + radius * 0.55 * Math.sin(angle)}
              x2={place.x + radius * Math.cos(angle)}
              y2={up(place.coilY) + radius * Math.sin(angle)}
              stroke={cartridge.state === 'moving' ? palette.live : '#4c473f'}
              strokeWidth={6}
            />
          </g>
        );
      })}
    </g>
  );
}

/** Beam, chute and box. A blind beam is dashed; a broken one ends where the package is. */
function Below({ pose, palette }: { readonly pose: MachinePose; readonly palette: ScenePalette }) {
  const { chute, drop, box } = CABINET;
  const rise = Math.tan((chute.slopeDeg * Math.PI) / 180) * (chute.frontZ - chute.backZ);
  const breaker = pose.falling[0];
  const until = pose.beam === 'broken' && breaker !== undefined ? cartridgePlace(breaker.cartridge).x : chute.right;
  const live = pose.beam === 'blind' ? palette.faultFill : '#1fa392';
  return (
    <g>
      <polygon
        points={`${chute.left},${up(chute.frontY)} ${chute.right},${up(chute.frontY)} ${chute.right - 70},${up(chute.frontY + rise)} ${chute.left + 70},${up(chute.frontY + rise)}`}
        fill={palette.flat.chute}
        opacity={0.85}
      />
      <rect
        x={box.left}
        y={up(box.top)}
        width={box.right - box.left}
        height={box.top - box.bottom}
        fill="#d9d3c8"
        fillOpacity={0.25}
        stroke={palette.ink}
        strokeWidth={3}
      />
      {Array.from({ length: Math.min(18, pose.boxPackages) }, (_, index) => `${index}`).map((key, index) => (
        <rect
          key={key}
          x={box.left + 26 + (index % 6) * 86}
          y={up(box.bottom + 24 + Math.floor(index / 6) * 24)}
          width={64}
          height={20}
          rx={4}
          fill={palette.flat.package}
        />
      ))}
      <line
        x1={chute.left}
        x2={until}
        y1={up(drop.beam)}
        y2={up(drop.beam)}
        stroke={live}
        strokeWidth={6}
        {...(pose.beam === 'blind' ? { strokeDasharray: '26 18' } : {})}
      />
      {[chute.left - 24, chute.right].map((x) => (
        <rect key={x} x={x} y={up(drop.beam + 16)} width={24} height={32} fill="#1c1a17" />
      ))}
    </g>
  );
}

interface PackagesProps {
  readonly places: readonly PackagePlace[];
  readonly fill: string;
  readonly stroke: string;
  readonly opacity: number;
}

/** From the front a package that tips shows its height foreshortened, and rolls as it is. */
function Packages({ places, fill, stroke, opacity }: PackagesProps): ReactNode {
  const { width, height, thickness } = CABINET.package;
  return places.map((place) => {
    const tilt = (place.tiltDeg * Math.PI) / 180;
    const seen = Math.abs(Math.cos(tilt)) * height + Math.abs(Math.sin(tilt)) * thickness;
    return (
      <rect
        key={`${place.x} ${place.y} ${place.z}`}
        x={-width / 2}
        y={-seen / 2}
        width={width}
        height={seen}
        rx={5}
        fill={fill}
        fillOpacity={opacity}
        stroke={stroke}
        strokeWidth={4}
        transform={`translate(${place.x} ${up(place.y)}) rotate(${place.rollDeg})`}
      />
    );
  });
}

interface LabelProps {
  readonly placed: PlacedLabel;
  readonly palette: ScenePalette;
  readonly words: { readonly fontSize: number; readonly lineHigh: number };
}

function Label({ placed, palette, words }: LabelProps) {
  const { label, anchor, x, y } = placed;
  const left = label.side === 'left';
  const line = label.tone === 'fault' ? palette.faultLine : label.tone === 'live' ? palette.live : palette.ink;
  const text = label.tone === 'fault' ? palette.faultText : label.tone === 'live' ? palette.live : palette.ink;
  const from = x + (left ? 18 : -18);
  const along = label.tone === 'fault' ? 1 - anchor.radius / Math.max(1, Math.hypot(anchor.x - from, anchor.y - y)) : 1;
  return (
    <g>
      <line
        x1={from}
        y1={y}
        x2={from + (anchor.x - from) * along}
        y2={y + (anchor.y - y) * along}
        stroke={line}
        strokeWidth={label.tone === 'ink' ? 3 : 5}
      />
      <circle
        cx={anchor.x}
        cy={anchor.y}
        r={label.tone === 'fault' ? anchor.radius : 9}
        fill={label.tone === 'fault' ? 'none' : line}
        stroke={line}
        strokeWidth={label.tone === 'fault' ? 7 : 0}
      />
      <text x={x} y={y + 12} textAnchor={left ? 'end' : 'start'} fontSize={words.fontSize} fill={palette.ink}>
        <tspan fill={text} fontWeight={580}>
          {label.title}
        </tspan>
        {label.note === undefined ? null : (
          <tspan x={x} dy={words.lineHigh}>
            {label.note}
          </tspan>
        )}
      </text>
    </g>
  );
}
