import './bench.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Assumptions } from '../assumptions/Assumptions.js';
import { BoardSheet } from '../board/BoardSheet.js';
import { RunNote } from '../board/RunNote.js';
import { ChartPanel, useShownChart } from '../chart/ChartPanel.js';
import { ChartSheet } from '../chart/ChartSheet.js';
import { Clock } from '../clock/Clock.js';
import { Refusal } from '../first-screen/Refusal.js';
import { HandsSheet } from '../hands/HandsSheet.js';
import { HelpSheet } from '../help/HelpSheet.js';
import { LiveDoor } from '../live/LiveDoor.js';
import { LogColumn } from '../log/LogColumn.js';
import { LogSheet } from '../log/LogSheet.js';
import { PhoneBench } from '../phone/PhoneBench.js';
import { cartridgeAddress } from '../pose/cartridgeAddress.js';
import { JamAnnouncer } from '../question/JamAnnouncer.js';
import { QuestionCard, useJam } from '../question/QuestionCard.js';
import { RegionBench } from '../region/RegionBench.js';
import { RegionNews } from '../region/RegionNews.js';
import type { Anchor, Anchors } from '../scene/anchorsOf.js';
import { ChuteInset } from '../scene/ChuteInset.js';
import { LeaderLine } from '../scene/LeaderLine.js';
import { useBench } from '../store/bench.js';
import { usePose } from '../store/usePose.js';
import { say } from '../text/say.js';
import { PHONE, TWO_COLUMNS, useMedia } from '../theme/useMedia.js';
import { useTheme } from '../theme/useTheme.js';
import { siteOf } from '../time/useClock.js';
import { Timeline } from '../timeline/Timeline.js';
import { WeekSheet } from '../week/WeekSheet.js';
import { BenchHead } from './BenchHead.js';
import { BranchNote } from './BranchNote.js';
import { Mirror } from './Mirror.js';
import { Picture } from './Picture.js';
import { useTier } from './useTier.js';

/** One run on the bench. */
export function Bench() {
  const phone = useMedia(PHONE);
  const facts = useBench((state) => state.facts);
  const region = useBench((state) => state.region);
  const machine = useBench((state) => state.machine);
  useEffect(() => {
    const [scenario, site] = [facts?.title ?? '', siteOf(facts, machine)?.id ?? ''];
    document.title = region ? say('region.title', { scenario }) : say('bench.title', { scenario, site });
  }, [facts, region, machine]);
  return (
    <>
      {region ? <RegionNews /> : <JamAnnouncer />}
      {phone ? <PhoneBench /> : region ? <RegionBench /> : <WideBench />}
      <BenchRefusal />
      <Sheets />
    </>
  );
}

function WideBench() {
  const { box, leader, onProjected, litRef } = useLeader();
  const theme = useTheme();
  const twoColumns = useMedia(TWO_COLUMNS);
  const close = useBench((state) => state.view !== 'front');
  return (
    <div className="bench" ref={box}>
      <a className="skip" href="#bench-main">
        {say('app.skip')}
      </a>
      <BenchHead />
      <main id="bench-main" className="bench-main">
        <div className="bench-picture">
          <Picture layout={twoColumns ? 'bench-middle' : 'bench'} onProjected={onProjected} />
        </div>
        {leader === null ? null : <LeaderLine from={leader.from} to={leader.to} theme={theme} />}
        <div className="bench-left">
          <div className={close ? 'bench-story bench-story-close' : 'bench-story'}>
            <Clock />
            <BranchNote />
            <RunNote />
            <LiveDoor />
            <LogColumn rows={10} />
          </div>
          <QuestionCard />
          <Mirror />
        </div>
        {twoColumns ? null : (
          <aside className="bench-right">
            <Inset />
            <ChartPanel litRef={litRef} labels={false} />
          </aside>
        )}
      </main>
      <Timeline />
    </div>
  );
}

/** A deed that the run would not take, or a run that went wrong: said, not swallowed. */
function BenchRefusal() {
  return (
    <div className="bench-refusal">
      <Refusal />
    </div>
  );
}

/** While a package hangs, what the chute sees of it. */
function Inset() {
  const pose = usePose();
  const theme = useTheme();
  const { tier } = useTier();
  const inside = useBench((state) => state.lookInside);
  if (tier === 'none' || !inside) return null;
  return (
    <div className="bench-inset">
      <ChuteInset pose={pose} theme={theme} tier={tier} title={say('bench.chuteView')} />
    </div>
  );
}

interface Leader {
  readonly from: Anchor;
  readonly to: { readonly x: number; readonly y: number };
}

/** The line from the hung package to the state that is lit for it, measured on the page as it stands. */
function useLeader() {
  const box = useRef<HTMLDivElement>(null);
  const [anchors, setAnchors] = useState<Anchors>({});
  const [lit, setLit] = useState<SVGRectElement | null>(null);
  const [to, setTo] = useState<{ x: number; y: number } | null>(null);
  const jam = useJam();
  const inside = useBench((state) => state.lookInside);
  const view = useBench((state) => state.view);
  const machine = useBench((state) => state.machine);
  useEffect(() => {
    if (lit === null || box.current === null) return;
    const measure = () => {
      const at = lit.getBoundingClientRect();
      const panel = lit.closest('.bench-right')?.getBoundingClientRect();
      const around = box.current?.getBoundingClientRect();
      // The line ends at the panel's edge, at the height of the state that is lit in it.
      if (around !== undefined && panel !== undefined)
        setTo({ x: panel.left - around.left, y: at.top + at.height / 2 - around.top });
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box.current);
    if (lit.ownerSVGElement !== null) watch.observe(lit.ownerSVGElement);
    return () => watch.disconnect();
  }, [lit]);
  const from = anchors.cartridge;
  const own = useShownChart() === cartridgeAddress(machine, jam?.cartridge ?? 0);
  const shown =
    own &&
    jam !== null &&
    jam.cleared === null &&
    inside &&
    view === 'front' &&
    from !== undefined &&
    to !== null &&
    lit !== null;
  const onProjected = useCallback((next: Anchors) => setAnchors(next), []);
  const leader: Leader | null = shown ? { from, to } : null;
  return { box, leader, onProjected, litRef: setLit };
}

function Sheets() {
  const sheet = useBench((state) => state.sheet);
  switch (sheet) {
    case 'log':
      return <LogSheet />;
    case 'help':
      return <HelpSheet />;
    case 'board':
      return <BoardSheet />;
    case 'hands':
      return <HandsSheet />;
    case 'chart':
      return <ChartSheet />;
    case 'week':
      return <WeekSheet />;
    case 'assumptions':
      return <Assumptions />;
    default:
      return null;
  }
}
