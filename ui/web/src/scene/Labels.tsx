import type { CSSProperties } from 'react';
import type { SceneLayout } from './frameFor.js';
import type { CanvasSize } from './lens.js';
import type { PlacedLabel } from './placeLabels.js';
import { SCENE_PALETTES, type ScenePalette, type Theme } from './scenePalette.js';

interface LabelsProps {
  readonly labels: readonly PlacedLabel[];
  readonly size: CanvasSize;
  readonly theme: Theme;
  readonly layout: SceneLayout;
  /** Words stand on paper, where the cabinet fills the picture. */
  readonly plates: boolean;
}

const PLATE: CSSProperties = {
  padding: '4px 8px',
  borderRadius: 4,
  background: 'color-mix(in srgb, var(--paper) 88%, transparent)',
};
const COVER: CSSProperties = { position: 'absolute', inset: 0, pointerEvents: 'none', overflow: 'hidden' };
/** Between a label's text and its leader, CSS pixels. */
const GAP = 8;

/** Words beside the picture with thin leaders to what they name. The words are text, so that everybody can read them. */
export function Labels({ labels, size, theme, layout, plates }: LabelsProps) {
  const palette = SCENE_PALETTES[theme];
  return (
    <div style={COVER}>
      <svg
        width={size.width}
        height={size.height}
        style={{ position: 'absolute', inset: 0 }}
        aria-hidden="true"
        focusable="false"
      >
        {labels.map((one) => (
          <Leader key={one.label.anchor} placed={one} palette={palette} />
        ))}
      </svg>
      {labels.map((one) => (
        <Words key={one.label.anchor} placed={one} palette={palette} layout={layout} plate={plates} />
      ))}
    </div>
  );
}

interface PlacedProps {
  readonly placed: PlacedLabel;
  readonly palette: ScenePalette;
}

function lineColor(tone: PlacedLabel['label']['tone'], palette: ScenePalette): string {
  return tone === 'fault' ? palette.faultLine : tone === 'live' ? palette.live : palette.ink;
}

/** The leader ends in a dot, or at the ring that is drawn around a fault. */
function Leader({ placed, palette }: PlacedProps) {
  const { label, anchor, x, y } = placed;
  const from = x + (label.side === 'left' ? GAP : -GAP);
  const stroke = lineColor(label.tone, palette);
  const ring = label.tone === 'fault';
  const [dx, dy] = [anchor.x - from, anchor.y - y];
  const stop = ring ? Math.max(0, 1 - anchor.radius / Math.max(1, Math.hypot(dx, dy))) : 1;
  return (
    <g stroke={stroke} fill="none">
      <line
        x1={from}
        y1={y}
        x2={from + dx * stop}
        y2={y + dy * stop}
        strokeWidth={label.tone === 'ink' ? 1 : 1.7}
        strokeOpacity={label.tone === 'ink' ? 0.8 : 1}
      />
      {ring ? (
        <circle cx={anchor.x} cy={anchor.y} r={anchor.radius} strokeWidth={2.2} />
      ) : (
        <circle cx={anchor.x} cy={anchor.y} r={label.tone === 'ink' ? 2.8 : 3.4} fill={stroke} stroke="none" />
      )}
    </g>
  );
}

interface WordsProps extends PlacedProps {
  readonly layout: SceneLayout;
  readonly plate: boolean;
}

function Words({ placed, palette, layout, plate }: WordsProps) {
  const { label, x, y } = placed;
  const left = label.side === 'left';
  const tone = label.tone === 'fault' ? palette.faultText : label.tone === 'live' ? palette.live : palette.ink;
  const phone = layout === 'phone';
  const place: CSSProperties = {
    position: 'absolute',
    top: y - (plate ? 13 : 9),
    whiteSpace: 'nowrap',
    fontSize: 13,
    lineHeight: '16px',
    color: palette.ink,
    ...(plate ? PLATE : {}),
    ...(left && phone ? { left: 16 } : left ? { right: `calc(100% - ${x}px)`, textAlign: 'right' as const } : { left: x }),
  };
  return (
    <div style={place}>
      <div style={{ color: tone, fontWeight: 580 }}>{label.title}</div>
      {label.note === undefined ? null : <div>{label.note}</div>}
    </div>
  );
}
