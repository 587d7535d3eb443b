import './map.css';
import type { Region } from '@dosetwin/scenarios';
import { useMemo, useRef } from 'react';
import { useBoxSize } from '../../region/useBoxSize.js';
import { say } from '../../text/say.js';
import { PHONE, useMedia } from '../../theme/useMedia.js';
import { exampleTitles } from '../start/examples.js';
import { usePlan } from '../store/plan.js';
import { keyOf } from '../store/planEdits.js';
import { shownPlan } from '../store/shownPlan.js';
import { MachineMarks } from './MachineMarks.js';
import { MapGround } from './MapGround.js';
import { MapLegend } from './MapLegend.js';
import { mapLabels } from './mapLabels.js';
import { type MapView, mapView } from './mapView.js';
import { PlaceMarks } from './PlaceMarks.js';
import { type PlaceMark, placeMarks } from './placeMarks.js';

/** Before there is a region: those that come along. */
const EXAMPLES = exampleTitles.flatMap(({ spots }) => spots);

/** The region seen from above: its people, its ways, and the machines of the plan that is shown. */
export function PlanMap() {
  const box = useRef<HTMLElement>(null);
  const { width, height } = useBoxSize(box);
  const phone = useMedia(PHONE);
  const region = usePlan((state) => state.region);
  const step = usePlan((state) => state.step);
  const shows = step === 'start' ? null : region;
  const view = useMemo(() => {
    if (width === 0) return null;
    return mapView(shows?.places ?? EXAMPLES, { width, height, edge: phone ? 36 : 84, foot: phone ? 76 : 124 });
  }, [shows, width, height, phone]);
  return (
    <section ref={box} className="plan-map" aria-label={say('plan.map.title')}>
      {view === null ? null : (
        <MapGround region={shows} spots={shows === null ? EXAMPLES : []} view={view} width={width} height={height} />
      )}
      {view === null || shows === null ? null : <Marks region={shows} view={view} width={width} height={height} phone={phone} />}
    </section>
  );
}

interface MarksProps {
  readonly region: Region;
  readonly view: MapView;
  readonly width: number;
  readonly height: number;
  readonly phone: boolean;
}

function Marks({ region, view, width, height, phone }: MarksProps) {
  const shown = usePlan(shownPlan);
  const key = shown === null ? '' : keyOf(shown);
  const reach = usePlan((state) => state.places[key]?.reach ?? null);
  const marks = useMemo(
    () => placeMarks(region, view, shown, reach, width * height),
    [region, view, shown, reach, width, height],
  );
  const labels = useMemo(() => mapLabels(wishesOf(marks, phone), width, height), [marks, phone, width, height]);
  return (
    <>
      <PlaceMarks region={region} marks={marks} labels={labels} view={view} width={width} height={height} />
      {shown === null ? null : <MachineMarks region={region} plan={shown} marks={marks} />}
      <MapLegend region={region} hasPlan={shown !== null} />
    </>
  );
}

/** Places with machines are named first, then those with most people. */
function wishesOf(marks: readonly PlaceMark[], phone: boolean) {
  const weight = ({ machines, people }: PlaceMark) => machines * 1_000 + (people ?? 0);
  return [...marks]
    .sort((a, b) => weight(b) - weight(a))
    .map((mark) => ({
      id: mark.id,
      x: mark.x,
      y: mark.y,
      radius: Math.max(mark.radius, mark.machines > 0 ? 15 : 0),
      lines: phone ? [mark.name] : [mark.name, ...countOf(mark)],
    }));
}

function countOf({ machines, people, reached }: PlaceMark): readonly string[] {
  // A machine there is for futures in which somebody is counted after all.
  if (machines > 0 && people === 0) return [say('plan.map.nobody')];
  if (machines > 0 && people !== null && reached !== null) return [say('plan.map.reachedOf', { reached, people })];
  return people === null || people === 0 ? [] : [say('plan.map.people', { count: people })];
}
