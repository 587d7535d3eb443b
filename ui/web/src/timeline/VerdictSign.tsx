interface VerdictSignProps {
  readonly x: number;
  readonly y: number;
  readonly good: boolean;
}

/** A tick in a ring, or a cross on the fault's ground: told apart without colour. */
export function VerdictSign({ x, y, good }: VerdictSignProps) {
  return (
    <g className={good ? 'verdict' : 'verdict verdict-missed'}>
      <circle cx={x} cy={y} r="5.6" />
      <path d={good ? `M${x - 2.8} ${y}l2 2.2l3.6 -4.2` : `M${x - 2.2} ${y - 2.2}l4.4 4.4m0 -4.4l-4.4 4.4`} />
    </g>
  );
}
