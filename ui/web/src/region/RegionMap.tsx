import './region-map.css';
import { type CSSProperties, useMemo, useRef, useState } from 'react';
import { bench } from '../store/bench.js';
import { say } from '../text/say.js';
import { PHONE, STILL, useMedia } from '../theme/useMedia.js';
import { hourMinute, localTime } from '../time/localTime.js';
import type { BenchFacts } from '../worker/BenchFacts.js';
import { HelperSigns } from './HelperSigns.js';
import { placeHelpers } from './placeHelpers.js';
import { placeSites } from './placeSites.js';
import { RegionGround } from './RegionGround.js';
import { type PlacedSite, regionLayout, type WordsSize } from './regionLayout.js';
import { SiteWords } from './SiteWords.js';
import { useBoxSize } from './useBoxSize.js';
import { useRegion } from './useRegion.js';
import { walkInto } from './walk.js';

const PER_LETTER = 6.6;
/** `: dispensing` */
const USUAL_LETTERS = 12;
const EDGES = { edgeX: 116, edgeY: 72, gap: 10 };
const PHONE_EDGES = { edgeX: 40, edgeY: 44, gap: 17 };
const NAME_PX = 20;
const ROW_PX = 30;
/** As the style has it. */
const WALK_MS = 320;

/** The region seen from above: its sites at their places, each machine's state, and who is on the way between them. */
export function RegionMap({ facts }: { readonly facts: BenchFacts }) {
  const box = useRef<HTMLElement>(null);
  const { width, height } = useBoxSize(box);
  const phone = useMedia(PHONE);
  const { machines, helpers } = useRegion();
  const plan = useMemo(() => placeSites(sitesShown(facts), facts.roads), [facts]);
  const size = useMemo(() => sizeOfWords(facts, phone), [facts, phone]);
  const layout = useMemo(() => {
    if (width === 0) return null;
    return regionLayout(plan, facts.roads, { width, height, ...(phone ? PHONE_EDGES : EDGES) }, size);
  }, [plan, facts, width, height, phone, size]);
  const { style, walk } = useWalk();
  const signs = layout === null ? [] : placeHelpers(layout, helpers, width);
  return (
    <section ref={box} className="region-map" aria-label={say('region.map')}>
      {layout === null ? null : (
        <div className={style === null ? 'region-sheet' : 'region-sheet region-walking'} style={style ?? {}}>
          <RegionGround
            facts={facts}
            layout={layout}
            by={plan.by}
            width={width}
            height={height}
            helpers={helpers}
            signs={signs}
            short={phone}
          />
          <ul className="region-sites" aria-label={say('region.machines')}>
            {layout.sites.map((site) => (
              <SiteWords
                key={site.site}
                place={site}
                machines={machines.filter((one) => one.site === site.site)}
                time={otherTime(facts, site.site)}
                short={phone}
                onWalk={(machine) => walk(machine, site)}
              />
            ))}
          </ul>
          <HelperSigns signs={signs} width={width} height={height} short={phone} />
        </div>
      )}
    </section>
  );
}

/** Where a machine stands, or somebody is based, or goes on rounds. */
function sitesShown({ sites, machines, contacts, roads }: BenchFacts): BenchFacts['sites'] {
  return sites.filter(
    ({ id }) =>
      machines.some(({ site }) => site === id) ||
      contacts.some(({ base }) => base === id) ||
      roads.some(({ between }) => between.includes(id)),
  );
}

/** Room is kept for what a machine usually says, so that words stay where they are while the state changes. */
function sizeOfWords(facts: BenchFacts, short: boolean): WordsSize {
  return (site) => {
    const ids = facts.machines.filter((one) => one.site === site).map(({ id }) => id);
    if (short) return { width: site.length * 6.2 + 4, height: 16 };
    const rows = ids.map((id) => (id.length + USUAL_LETTERS) * PER_LETTER + 36);
    return { width: Math.max((site.length + 6) * PER_LETTER, ...rows), height: NAME_PX + ids.length * ROW_PX };
  };
}

/** What the clocks of a site show, where they show something else than those of the first. */
function otherTime(facts: BenchFacts, site: string): ((t_us: number) => string) | null {
  const zone = facts.sites.find(({ id }) => id === site)?.zone ?? '';
  if (zone === facts.sites[0]?.zone) return null;
  return (t_us) => hourMinute(localTime(facts.epoch_us, facts.offsets[zone] ?? [], t_us));
}

/** The map comes closer to the machine that is walked to; who wants little motion is there at once. */
function useWalk() {
  const still = useMedia(STILL);
  const [style, setStyle] = useState<CSSProperties | null>(null);
  const walk = (machine: string, { x, y }: PlacedSite) => {
    if (still) return walkInto(machine);
    setStyle({ transformOrigin: `${x}px ${y}px` });
    const { run } = bench.getState();
    setTimeout(() => {
      setStyle(null);
      // Another run may have been opened meanwhile.
      if (bench.getState().run === run) walkInto(machine);
    }, WALK_MS);
  };
  return { style, walk };
}
