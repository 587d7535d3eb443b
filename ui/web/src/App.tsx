import { useEffect } from 'react';
import { Bench } from './bench/Bench.js';
import { FirstScreen } from './first-screen/FirstScreen.js';
import { useKeyboard } from './keyboard/useKeyboard.js';
import { library } from './library.js';
import { joinByLink } from './live/joinByLink.js';
import { PlanScreen } from './plan/PlanScreen.js';
import { usePlan } from './plan/store/plan.js';
import { useBench } from './store/bench.js';
import { listScenarios } from './store/client.js';
import { readChoice } from './store/controllerChoice.js';
import { startPlayLoop } from './store/playLoop.js';
import { useTheme } from './theme/useTheme.js';

/** The page: the first screen until a run is open or a region is planned for, then its bench, or its plan. */
export function App() {
  useTheme();
  useKeyboard();
  useEffect(() => listScenarios(library), []);
  useEffect(startPlayLoop, []);
  useEffect(readChoice, []);
  useEffect(joinByLink, []);
  const open = useBench((state) => state.facts !== null);
  const planning = usePlan((state) => state.isOpen);
  return open ? <Bench /> : planning ? <PlanScreen /> : <FirstScreen />;
}
