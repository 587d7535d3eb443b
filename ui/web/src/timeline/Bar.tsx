import { BAR, LANE_PITCH } from './Lane.js';

interface BarProps {
  readonly x0: number;
  readonly x1: number;
  readonly tone: 'live' | 'passed' | 'fault' | 'away';
  readonly words: string;
  /** Said where there is no room for the words; without it, their first one. */
  readonly short?: string;
  /** How far the words may reach, where something stands over the bar. */
  readonly clear?: number;
}

const PER_LETTER = 6.4;

/** A state for a while: a bar with its name in it where there is room. */
export function Bar({ x0, x1, tone, words, short = words.split(/[ ,]/)[0] ?? '', clear = x1 }: BarProps) {
  const width = x1 - x0 - 1;
  if (width < 0.5) return null;
  const top = (LANE_PITCH - BAR) / 2;
  const shown = fitted(words, short, Math.min(width, clear - x0));
  const plate = shown.length * PER_LETTER + 8;
  return (
    <g className={`bar bar-${tone}`}>
      <rect x={x0} y={top} width={width} height={BAR} rx="2" />
      {shown === '' || tone === 'live' || tone === 'passed' ? null : (
        <rect className="bar-plate" x={x0 + (tone === 'fault' ? 14 : 1)} y={top} width={Math.min(width, plate)} height={BAR} />
      )}
      {shown === '' ? null : (
        <text x={x0 + (tone === 'fault' ? 18 : 6)} y={top + 10}>
          {shown}
        </text>
      )}
    </g>
  );
}

/** The words if they fit, the short ones if those do, or nothing. */
function fitted(words: string, short: string, width: number): string {
  const fits = (text: string) => text.length * PER_LETTER + 8 <= width;
  if (fits(words)) return words;
  return fits(short) ? short : '';
}
