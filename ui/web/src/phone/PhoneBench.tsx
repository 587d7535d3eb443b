import './phone.css';
import { InsideSwitch, leaveBench, Views } from '../bench/BenchHead.js';
import { BranchNote } from '../bench/BranchNote.js';
import { Mirror } from '../bench/Mirror.js';
import { Picture } from '../bench/Picture.js';
import { RunNote } from '../board/RunNote.js';
import { ChartPanel } from '../chart/ChartPanel.js';
import { Clock } from '../clock/Clock.js';
import { ThemeButton } from '../first-screen/ThemeButton.js';
import { LiveDoor } from '../live/LiveDoor.js';
import { WholeLog } from '../log/LogSheet.js';
import { QuestionCard } from '../question/QuestionCard.js';
import { FirmwarePicker } from '../region/FirmwarePicker.js';
import { HelperList } from '../region/HelperList.js';
import { MachineList } from '../region/MachineList.js';
import { RegionMap } from '../region/RegionMap.js';
import { backToRegion, WAY_BACK } from '../region/walk.js';
import { Icon } from '../sheet/Icon.js';
import type { Tab } from '../store/BenchState.js';
import { bench, useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { Timeline } from '../timeline/Timeline.js';
import { MiniLane } from './MiniLane.js';
import { PhoneMenu } from './PhoneMenu.js';

const TABS: readonly Tab[] = ['machine', 'log', 'chart', 'timeline'];

/** The bench on a narrow page: one view at a time, the machine first. */
export function PhoneBench() {
  const tab = useBench((state) => state.tab);
  const facts = useBench((state) => state.facts);
  const region = useBench((state) => state.region);
  return (
    <div className="phone">
      <header className="phone-head">
        <button type="button" className="logo" aria-label={say('bench.home')} onClick={leaveBench}>
          {say('app.name')}
        </button>
        <h1>{facts?.title}</h1>
        <PhoneMenu />
      </header>
      <main className="phone-main">
        <div className="phone-view" id="phone-view" role="tabpanel" aria-labelledby={`tab-${tab}`}>
          {tab === 'machine' ? region ? <RegionTab /> : <MachineTab /> : null}
          {tab === 'log' ? <WholeLog /> : null}
          {tab === 'chart' ? <ChartPanel labels={false} /> : null}
          {tab === 'timeline' ? <TimelineTab /> : null}
        </div>
        <div className="phone-tabs" role="tablist" aria-label={say('phone.label')}>
          {TABS.map((one) => (
            <button
              key={one}
              id={`tab-${one}`}
              type="button"
              role="tab"
              aria-selected={tab === one}
              aria-controls="phone-view"
              onClick={() => bench.setState({ tab: one })}
            >
              {say(`phone.tabs.${one === 'machine' && region ? 'region' : one}`)}
            </button>
          ))}
        </div>
      </main>
    </div>
  );
}

/** The map, and below it the machines and whoever is on the way, in words. */
function RegionTab() {
  const facts = useBench((state) => state.facts);
  return (
    <div className="phone-region">
      <Clock short />
      <RunNote />
      <LiveDoor />
      {facts === null ? null : <RegionMap facts={facts} />}
      <div className="phone-region-tools">
        <FirmwarePicker />
        <button type="button" className="text-button" onClick={() => bench.setState({ sheet: 'week' })}>
          {say('week.open')}
        </button>
      </div>
      <HelperList />
      <MachineList />
    </div>
  );
}

/** From a machine to the map, where there are several. */
function WayBack() {
  const machine = useBench((state) => state.machine);
  const several = useBench((state) => (state.facts?.machines.length ?? 0) > 1);
  if (!several) return null;
  return (
    <p className="phone-where">
      <strong>{machine}</strong>
      <button type="button" id={WAY_BACK} aria-label={say('region.back')} onClick={backToRegion}>
        <Icon name="left" />
        {say('region.view')}
      </button>
    </p>
  );
}

function MachineTab() {
  const close = useBench((state) => state.view !== 'front');
  return (
    <div className="phone-machine">
      <div className="phone-picture">
        <div className="phone-scene">
          <Picture layout="phone" />
        </div>
        <div className={close ? 'phone-clock phone-clock-close' : 'phone-clock'}>
          <Clock short />
          <WayBack />
        </div>
      </div>
      <div className="phone-sheet">
        <BranchNote />
        <RunNote />
        <LiveDoor />
        <QuestionCard />
        <MiniLane />
        <Mirror />
      </div>
    </div>
  );
}

function TimelineTab() {
  const region = useBench((state) => state.region);
  return (
    <div className="phone-timeline">
      <Clock short />
      <BranchNote />
      <RunNote />
      <Timeline />
      <div className="phone-views">
        <Views />
        {region ? null : <InsideSwitch />}
        <ThemeButton />
      </div>
    </div>
  );
}
