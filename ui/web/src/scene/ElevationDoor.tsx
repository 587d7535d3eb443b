import type { MachinePose } from '../pose/MachinePose.js';
import { CABINET } from './CABINET.js';
import { elevationY as up } from './elevationAnchors.js';
import type { ScenePalette } from './scenePalette.js';

interface ElevationDoorProps {
  readonly pose: MachinePose;
  readonly palette: ScenePalette;
  /** Its steel is drawn in outline, so that what is behind it is seen. */
  readonly inside: boolean;
}

const RING = {
  idle: '#1fa392',
  capturing: '#35d6bf',
  matched: '#8ff5e4',
  'not-matched': '#ffab2e',
  'locked-out': '#ffab2e',
  off: '#6d675d',
} as const;

/** The door with screen, reader, lock and flap; narrower the further it stands open. */
export function ElevationDoor({ pose, palette, inside }: ElevationDoorProps) {
  const { door, lock, reader } = CABINET;
  const share = Math.max(0.06, Math.cos((Math.min(90, pose.doorDeg) * Math.PI) / 180));
  const readerX = reader.right - reader.width / 2;
  return (
    <g transform={`translate(${door.left} 0) scale(${share} 1) translate(${-door.left} 0)`}>
      <rect
        x={door.left}
        y={up(door.top)}
        width={door.right - door.left}
        height={door.top - door.bottom}
        fill={inside ? '#c9c2b5' : palette.flat.door}
        fillOpacity={inside ? 0.07 : 1}
        stroke={palette.ink}
        strokeOpacity={0.6}
        strokeWidth={3}
      />
      <Screen pose={pose} inside={inside} />
      <rect
        x={reader.right - reader.width}
        y={up(reader.centre + 72)}
        width={reader.width}
        height={144}
        rx={10}
        fill="#2a2723"
        fillOpacity={inside ? 0.5 : 1}
      />
      <circle cx={readerX} cy={up(reader.centre - 4)} r={36} fill="#0b0c0b" stroke={RING[pose.reader]} strokeWidth={8} />
      <circle cx={lock.x} cy={up(lock.centre)} r={lock.radius} fill="#c4bdb1" stroke={palette.ink} strokeWidth={2.5} />
      <rect x={lock.x - 3} y={up(lock.centre) - 10} width={6} height={20} fill="#15120f" />
      <Flap pose={pose} palette={palette} inside={inside} />
    </g>
  );
}

/** The screen's words in full are elsewhere on the page; its headline, where the screen hides nothing, shows which stands. */
function Screen({ pose, inside }: Pick<ElevationDoorProps, 'pose' | 'inside'>) {
  const { screen } = CABINET;
  const left = screen.right - screen.width;
  const fault = pose.screen.tone === 'fault';
  return (
    <g>
      <rect
        x={left}
        y={up(screen.centre + screen.height / 2)}
        width={screen.width}
        height={screen.height}
        rx={6}
        fill="#0c2120"
        fillOpacity={inside ? 0.14 : 1}
        strokeOpacity={inside ? 0.6 : 1}
        stroke="#191613"
        strokeWidth={5}
      />
      {inside ? null : (
        <text x={left + 40} y={up(screen.centre + 70)} fontSize={50} fontWeight={600} fill={fault ? '#ffcf85' : '#f3f6f3'}>
          {pose.screen.headline}
        </text>
      )}
    </g>
  );
}

function Flap({ pose, palette, inside }: ElevationDoorProps) {
  const { flap } = CABINET;
  const left = flap.right - flap.width;
  const top = flap.centre + flap.height / 2;
  const height = flap.height * Math.cos((pose.flapDeg * Math.PI) / 180);
  const stroke = pose.flapBlocked ? palette.faultFill : palette.ink;
  return (
    <g>
      <rect
        x={left}
        y={up(top)}
        width={flap.width}
        height={height}
        fill={inside ? '#a9a8a5' : palette.flat.flap}
        fillOpacity={inside ? 0.16 : 1}
        stroke={stroke}
        strokeWidth={pose.flapBlocked ? 9 : 3}
      />
      <rect x={left - 8} y={up(top - 8)} width={flap.width + 16} height={13} rx={5} fill="#f2ede4" fillOpacity={0.85} />
    </g>
  );
}
