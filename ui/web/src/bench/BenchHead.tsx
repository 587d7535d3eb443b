import { ControllerPicker } from '../board/ControllerPicker.js';
import { ThemeButton } from '../first-screen/ThemeButton.js';
import { FirmwarePicker } from '../region/FirmwarePicker.js';
import { backToRegion, lookAt, WAY_BACK } from '../region/walk.js';
import type { ViewName } from '../scene/ViewCamera.js';
import { bench, emptyBench, useBench } from '../store/bench.js';
import { keepChoice } from '../store/controllerChoice.js';
import { say } from '../text/say.js';

const VIEWS: readonly ViewName[] = ['front', 'cartridge', 'chute', 'door'];

/** Back to the first screen; what the library says stays known. */
export function leaveBench(): void {
  keepChoice(null);
  const { scenarios, figures, theme, run, sceneReady } = bench.getState();
  bench.setState({ ...emptyBench, trace: emptyBench.trace, scenarios, figures, theme, sceneReady, run: run + 1 });
}

export function BenchHead() {
  const facts = useBench((state) => state.facts);
  const machines = facts?.machines ?? [];
  const machine = useBench((state) => state.machine);
  const region = useBench((state) => state.region);
  const close = useBench((state) => state.view !== 'front' && !state.region);
  return (
    <header className="bench-head">
      <button type="button" className="logo" aria-label={say('bench.home')} onClick={leaveBench}>
        {say('app.name')}
      </button>
      <h1>{facts?.title}</h1>
      {machines.length < 2 ? (
        <span className="bench-site">{facts?.sites[0]?.id}</span>
      ) : region ? null : (
        <label className="bench-site">
          <span className="unseen">{say('bench.machine')}</span>
          <select value={machine} onChange={(event) => bench.setState({ machine: event.target.value, chosenCartridge: null })}>
            {machines.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id}
              </option>
            ))}
          </select>
        </label>
      )}
      <span className="bench-controller">{region ? <FirmwarePicker /> : <ControllerPicker />}</span>
      <nav className={close ? 'bench-views bench-views-close' : 'bench-views'} aria-label={say('bench.views')}>
        <Views />
        <span className="bench-rule" aria-hidden="true" />
        {region ? null : <InsideSwitch />}
        <ThemeButton />
      </nav>
    </header>
  );
}

export function Views() {
  const view = useBench((state) => state.view);
  const region = useBench((state) => state.region);
  const several = useBench((state) => (state.facts?.machines.length ?? 0) > 1);
  return (
    <>
      {VIEWS.map((name, place) => (
        <button
          key={name}
          type="button"
          className="view-button"
          aria-pressed={view === name && !region}
          aria-keyshortcuts={String(place + 1)}
          onClick={() => lookAt(name)}
        >
          <span aria-hidden="true">{place + 1}</span> {say(`bench.view.${name}`)}
        </button>
      ))}
      {several ? (
        <button
          type="button"
          id={WAY_BACK}
          className="view-button"
          aria-pressed={region}
          aria-keyshortcuts="5"
          onClick={backToRegion}
        >
          <span aria-hidden="true">5</span> {say('region.view')}
        </button>
      ) : null}
    </>
  );
}

export function InsideSwitch() {
  const inside = useBench((state) => state.lookInside);
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={inside}
      aria-keyshortcuts="I"
      onClick={() => bench.setState({ lookInside: !inside, tour: null })}
    >
      {say('bench.lookInside')}
      <span className="switch-track" aria-hidden="true" />
    </button>
  );
}
