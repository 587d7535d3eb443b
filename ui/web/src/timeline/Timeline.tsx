import './timeline.css';
import { type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { useJam } from '../question/QuestionCard.js';
import { useBench } from '../store/bench.js';
import { seek } from '../store/playback.js';
import { usePose } from '../store/usePose.js';
import { say } from '../text/say.js';
import { hourMinute, hourMinuteSecond } from '../time/localTime.js';
import { placeOf, siteOf, useClock, useZone } from '../time/useClock.js';
import type { BenchFacts, ContactFacts } from '../worker/BenchFacts.js';
import { ContactLane } from './ContactLane.js';
import { Expectations } from './Expectations.js';
import { LANE_PITCH, type LaneView } from './Lane.js';
import { BeamLane, CartridgeLane, PeopleLane, SessionLane } from './MachineLanes.js';
import { MarkList } from './MarkList.js';
import { MarksLane } from './MarksLane.js';
import { TicketLane } from './TicketLane.js';
import { TimeAxis } from './TimeAxis.js';
import { type TimeScale, timeAt, timeScale, usPerPxOutside, xAt } from './TimeScale.js';
import { Transport } from './Transport.js';

const TOP = 34;
const AXIS = 22;
const NAMES = 136;
/** 36 px a second: a palm, an order and three half turns fit into the lens. */
const LENS_US_PER_PX = 1_000_000 / 36;

/** Lanes of what everybody did, under a playhead that can be taken anywhere. */
export function Timeline() {
  const facts = useBench((state) => state.facts);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <section className="timeline" aria-label={say('timeline.title')}>
      <Transport />
      <div className="lanes" ref={box}>
        {facts === null || width === 0 ? null : <Lanes facts={facts} width={width} />}
      </div>
    </section>
  );
}

/** While it plays fast, the lens shows minutes: seconds would only flicker. */
function lensUsPerPx(playing: boolean, speed: number): number {
  if (!playing || speed === 1) return LENS_US_PER_PX;
  return speed === 10 ? 100_000 : 1_500_000;
}

function Lanes({ facts, width }: { readonly facts: BenchFacts; readonly width: number }) {
  const trace = useBench((state) => state.trace);
  const machine = useBench((state) => state.machine);
  const horizon_us = useBench((state) => state.horizon_us);
  const playhead_us = useBench((state) => state.playhead_us);
  const playing = useBench((state) => state.playing);
  const speed = useBench((state) => state.speed);
  useBench((state) => state.revision);
  const focus = usePose().focusCartridge ?? 1;
  const jam = useJam();
  const clock = useClock();
  const phone = width < 600;
  const region = useBench((state) => state.region);
  const home = useZone();
  const contacts = contactsOf(facts, region ? null : machine);
  const names = [
    ...(region ? facts.machines.map(({ id }) => id) : machineLaneNames(focus)),
    ...contacts.map((contact) => contactName(contact, home)),
  ];
  const x0 = phone ? namesWidth(names) : NAMES;
  // What happens between sites takes hours: there is nothing to see in a second of it.
  const lensPx = phone || region ? 0 : Math.min(540, (width - x0) * 0.46);
  const usPerPx = lensUsPerPx(playing, speed);
  const scale = timeScale({ x0, x1: width - 20, length_us: facts.length_us, playhead_us, lensPx, usPerPx });
  const write = (t_us: number) => hourMinute(clock(t_us));
  const view: LaneView = { trace, facts, machine, scale, horizon_us, playhead_us, jam, write };
  const lanes = region
    ? facts.machines.map(({ id }) => <TicketLane key={id} view={view} machine={id} />)
    : machineLanes(view, focus);
  const rows = lanes.length + contacts.length;
  const height = TOP + rows * LANE_PITCH;
  const drag = useDrag(scale, playhead_us);
  return (
    <div className="lanes-frame" style={{ height: height + AXIS }}>
      <svg width={width} height={height + AXIS} aria-hidden="true" focusable="false" {...drag}>
        <Patterns />
        <TimeAxis scale={scale} top={TOP} height={height} epoch={clock} />
        <LaneNames names={names} focusRow={region ? facts.machines.findIndex(({ id }) => id === machine) : 1} />
        <LensFrame scale={scale} height={height} />
        {[...lanes, ...contacts.map((contact) => <ContactLane key={contact.id} view={view} contact={contact} />)].map(
          (lane, row) => (
            <g key={lane.key} transform={`translate(0 ${TOP + row * LANE_PITCH})`}>
              {lane}
            </g>
          ),
        )}
        <Expectations view={view} phone={phone} />
        <LensWords scale={scale} says={lensSays(usPerPx, scale, hourMinute(clock(playhead_us)))} />
        <NotYet scale={scale} horizon_us={horizon_us} phone={phone} />
        <LoopMark scale={scale} height={height} />
        <Playhead x={xAt(scale, playhead_us)} height={height} fault={jam !== null && jam.cleared === null} />
      </svg>
      <input
        className="playhead-range"
        type="range"
        min={0}
        max={facts.length_us}
        step={1_000_000}
        value={playhead_us}
        aria-label={say('timeline.playhead')}
        aria-valuetext={hourMinuteSecond(clock(playhead_us))}
        onChange={(event) => seek(Number(event.target.value))}
      />
      <MarkList view={view} />
    </div>
  );
}

function machineLanes(view: LaneView, focus: number) {
  return [
    <SessionLane key="session" {...view} />,
    <CartridgeLane key="cartridge" view={view} cartridge={focus} />,
    <BeamLane key="beam" {...view} />,
    <PeopleLane key="people" {...view} />,
    <MarksLane key="marks" {...view} />,
  ];
}

function machineLaneNames(focus: number): string[] {
  return [
    say('timeline.lanes.session'),
    say('timeline.lanes.cartridge', { number: focus }),
    say('timeline.lanes.beam'),
    say('timeline.lanes.people'),
    say('timeline.lanes.marks'),
  ];
}

/** Those whom a machine's site may ask, in its order; of a region (`null`), everybody. */
function contactsOf(facts: BenchFacts, machine: string | null): readonly ContactFacts[] {
  if (machine === null) return facts.contacts;
  const chain = siteOf(facts, machine)?.chain ?? [];
  return chain.flatMap((id) => facts.contacts.filter((one) => one.id === id));
}

function lensSays(usPerPx: number, scale: TimeScale, time: string): string {
  if (scale.lens === null) return '';
  const perSecond = Math.round((1_000_000 / usPerPx) * 100) / 100;
  return perSecond >= 2
    ? say('timeline.lens.s', { time, px: perSecond })
    : say('timeline.lens.min', { time, px: perSecond * 60 });
}

function contactName({ id, zone }: ContactFacts, home: string): string {
  return capital(zone === home ? id : say('timeline.desk', { name: id, place: placeOf(zone) }));
}

const PER_LETTER = 6.5;

/** A phone's lanes begin where the longest name ends, as far as that leaves them room. */
function namesWidth(names: readonly string[]): number {
  return Math.min(124, Math.max(84, ...names.map((name) => name.length * PER_LETTER + 8)));
}

interface LaneNamesProps {
  readonly names: readonly string[];
  readonly focusRow: number;
}

function LaneNames({ names, focusRow }: LaneNamesProps) {
  return names.map((name, row) => (
    <text key={name} className={row === focusRow ? 'lane-name lane-focus' : 'lane-name'} x="0" y={TOP + row * LANE_PITCH + 13}>
      {name}
    </text>
  ));
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function LensFrame({ scale, height }: { readonly scale: TimeScale; readonly height: number }) {
  if (scale.lens === null) return null;
  const { x0, x1 } = scale.lens;
  return (
    <g className="lens">
      <rect x={x0} y={TOP} width={x1 - x0} height={height - TOP} />
      <line x1={x0} x2={x0} y1={TOP} y2={height} />
      <line x1={x1} x2={x1} y1={TOP} y2={height} />
    </g>
  );
}

/** How wide time is in the lens; over the line of an expectation, which goes on behind it. */
function LensWords({ scale, says }: { readonly scale: TimeScale; readonly says: string }) {
  if (scale.lens === null) return null;
  return (
    <g>
      <rect className="lane-ground" x={scale.lens.x0 + 2} y={TOP - 19} width={says.length * 6.7 + 8} height="15" />
      <text className="mono-small" x={scale.lens.x0 + 6} y={TOP - 8}>
        {says}
      </text>
    </g>
  );
}

function NotYet({
  scale,
  horizon_us,
  phone,
}: {
  readonly scale: TimeScale;
  readonly horizon_us: number;
  readonly phone: boolean;
}) {
  const x = Math.max(xAt(scale, horizon_us), scale.lens?.x1 ?? 0) + 10;
  if (phone || scale.x1 - x < 380) return null;
  return (
    <text className="not-yet" x={x} y={TOP + LANE_PITCH + 13}>
      {say('timeline.notYet')}
    </text>
  );
}

function LoopMark({ scale, height }: { readonly scale: TimeScale; readonly height: number }) {
  const loop = useBench((state) => state.loop);
  if (loop === null) return null;
  const [from, to] = [xAt(scale, loop.from_us), xAt(scale, loop.to_us)];
  return <path className="loop-mark" d={`M${from} ${height - 4}v4H${to}v-4`} />;
}

function Playhead({ x, height, fault }: { readonly x: number; readonly height: number; readonly fault: boolean }) {
  return (
    <g className={fault ? 'playhead playhead-fault' : 'playhead'}>
      <line x1={x} x2={x} y1={TOP - 14} y2={height} />
      <path d={`M${x - 5.5} ${TOP - 23}h11v7l-5.5 5l-5.5 -5z`} />
    </g>
  );
}

function Patterns() {
  return (
    <defs>
      <pattern id="away" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1" height="7" fill="var(--away)" />
      </pattern>
      <pattern id="fault-bar" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="var(--fault-ground)" />
        <rect width="3.6" height="7" fill="var(--fault-hatch)" />
      </pattern>
    </defs>
  );
}

/** Pressing goes to an instant; dragging moves on from there, by the lens's scale inside it and by the whole's outside. */
function useDrag(scale: TimeScale, playhead_us: number) {
  const from = useRef<{ x: number; t_us: number; usPerPx: number } | null>(null);
  const [held, setHeld] = useState(false);
  const place = (event: PointerEvent<SVGSVGElement>) => event.clientX - event.currentTarget.getBoundingClientRect().left;
  return {
    className: held ? 'lanes-held' : '',
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      const x = place(event);
      if (event.button !== 0 || x < scale.x0 - 8) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const onHandle = Math.abs(x - xAt(scale, playhead_us)) < 8;
      const { lens } = scale;
      const inLens = !onHandle && lens !== null && x >= lens.x0 && x <= lens.x1;
      const t_us = onHandle ? playhead_us : timeAt(scale, x);
      from.current = { x, t_us, usPerPx: inLens ? (lens.to_us - lens.from_us) / (lens.x1 - lens.x0) : usPerPxOutside(scale) };
      setHeld(true);
      seek(t_us);
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (from.current === null) return;
      seek(from.current.t_us + (place(event) - from.current.x) * from.current.usPerPx);
    },
    onPointerUp: () => {
      from.current = null;
      setHeld(false);
    },
    onPointerCancel: () => {
      from.current = null;
      setHeld(false);
    },
  };
}

function useWidth(box: { readonly current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const target = box.current;
    if (target === null) return;
    const measure = () => setWidth(target.clientWidth);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(target);
    return () => watch.disconnect();
  }, [box]);
  return width;
}
