import type { Plan, Region } from '@dosetwin/scenarios';
import { useState } from 'react';
import { say } from '../../text/say.js';
import { isFreeAt } from '../store/planEdits.js';
import { moveBetween } from '../store/planMoves.js';
import { nearestMark, towards } from './nearestMark.js';
import type { PlaceMark } from './placeMarks.js';

interface MachineMarksProps {
  readonly region: Region;
  readonly plan: Plan;
  readonly marks: readonly PlaceMark[];
}

/** A machine that is on its way: from where, to where, and where the pointer holds it. */
interface Carried {
  readonly from: string;
  readonly to: string | null;
  readonly x: number;
  readonly y: number;
  readonly by: 'pointer' | 'keys';
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** A press that moves less is no drag. */
const SLACK_PX = 4;

/** The machines of the plan: each can be dragged to another place, or taken up with Enter, moved with the arrows and set down. */
export function MachineMarks({ region, plan, marks }: MachineMarksProps) {
  const [carried, setCarried] = useState<Carried | null>(null);
  const standing = marks.filter(({ machines }) => machines > 0);
  const free = marks.filter(({ id }) => isFreeAt(region, plan, id));
  const setDown = (one: Carried | null) => {
    setCarried(null);
    if (one?.to != null && one.to !== one.from) moveBetween(one.from, one.to);
  };
  const target = free.find(({ id }) => id === carried?.to);
  return (
    <>
      {target === undefined ? null : (
        <span className="map-target" style={{ left: target.x, top: target.y }} aria-hidden="true">
          <span>{target.name}</span>
        </span>
      )}
      {standing
        .filter(({ id, machines }) => id === carried?.from && machines > 1)
        .map(({ id, x, y, machines }) => (
          <span key={id} className="map-machine-rest" style={{ left: x, top: y }} aria-hidden="true">
            <MachineSign />
            {machines > 2 ? <span className="map-machine-count">{machines - 1}</span> : null}
          </span>
        ))}
      <ul className="map-machines" aria-label={say('plan.map.machines')}>
        {standing.map((mark) => (
          <li key={mark.id}>
            <MachineButton
              mark={mark}
              carried={carried?.from === mark.id ? carried : null}
              onCarry={(x, y) => setCarried({ from: mark.id, to: nearestMark(free, x, y)?.id ?? null, x, y, by: 'pointer' })}
              onSetDown={() => setDown(carried)}
              onLeave={() => setCarried(null)}
              onKey={(key) => setCarried(keyed(mark, free, carried, key))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function keyed(mark: PlaceMark, free: readonly PlaceMark[], carried: Carried | null, key: string): Carried | null {
  const here = { from: mark.id, to: null, x: mark.x, y: mark.y, by: 'keys' } as const;
  const direction = ARROWS[key];
  if (direction === undefined) return carried === null ? here : carried;
  const from = free.find(({ id }) => id === carried?.to) ?? mark;
  const next = towards(
    free.filter(({ id }) => id !== mark.id),
    from,
    direction,
  );
  return next === null ? (carried ?? here) : { ...here, to: next.id, x: next.x, y: next.y };
}

interface MachineButtonProps {
  readonly mark: PlaceMark;
  readonly carried: Carried | null;
  readonly onCarry: (x: number, y: number) => void;
  readonly onSetDown: () => void;
  readonly onLeave: () => void;
  readonly onKey: (key: string) => void;
}

function MachineButton({ mark, carried, onCarry, onSetDown, onLeave, onKey }: MachineButtonProps) {
  const [pressed, setPressed] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const says = say(carried === null ? 'plan.map.machineAt' : 'plan.map.carrying', { place: mark.name, count: mark.machines });
  return (
    <button
      type="button"
      id={`map-machine-${mark.id}`}
      className={carried === null ? 'map-machine-mark' : 'map-machine-mark map-machine-carried'}
      style={{ left: carried?.x ?? mark.x, top: carried?.y ?? mark.y }}
      aria-label={says}
      aria-pressed={carried !== null}
      title={says}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setPressed({ x: event.clientX - mark.x, y: event.clientY - mark.y });
      }}
      onPointerMove={(event) => {
        if (pressed === null) return;
        const [x, y] = [event.clientX - pressed.x, event.clientY - pressed.y];
        if (carried?.by === 'pointer' || Math.hypot(x - mark.x, y - mark.y) > SLACK_PX) onCarry(x, y);
      }}
      onPointerUp={() => {
        setPressed(null);
        if (carried?.by === 'pointer') onSetDown();
      }}
      onPointerCancel={() => {
        setPressed(null);
        onLeave();
      }}
      onBlur={() => {
        if (carried?.by === 'keys') onLeave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
        else if (event.key === 'Enter' || event.key === ' ') carried === null ? onKey(event.key) : onSetDown();
        else if (event.key in ARROWS && carried !== null) onKey(event.key);
        else return;
        event.preventDefault();
      }}
    >
      <MachineSign />
      {mark.machines > 1 && carried === null ? <span className="map-machine-count">{mark.machines}</span> : null}
    </button>
  );
}

/** A cabinet as small as it can be drawn: its screen is lit. */
function MachineSign() {
  return (
    <svg width="14" height="20" viewBox="0 0 14 20" aria-hidden="true" focusable="false">
      <rect width="14" height="20" rx="2" fill="var(--ink)" />
      <rect x="3" y="3.5" width="8" height="4.5" fill="var(--live-fill)" />
      <rect x="3" y="14.5" width="8" height="2" rx="1" fill="var(--paper)" opacity="0.7" />
    </svg>
  );
}
