import { useEffect } from 'react';
import { showNextChart } from '../chart/showNextChart.js';
import { openFromLibrary } from '../first-screen/openFromLibrary.js';
import { nextTheme } from '../first-screen/ThemeButton.js';
import { JAM } from '../library.js';
import { plan } from '../plan/store/plan.js';
import { openPlanner } from '../plan/store/planClient.js';
import { callAlongTheChain, letItRun, putAKeyOnSite } from '../question/answers.js';
import { backToRegion, lookAt } from '../region/walk.js';
import type { Sheet } from '../store/BenchState.js';
import { bench } from '../store/bench.js';
import { saveRecord } from '../store/client.js';
import { changeSpeed, goToJam, seek, stepBy, stepEvent, toggleLoop, togglePlay } from '../store/playback.js';

const SECOND_US = 1_000_000;

/** What each key does on the bench; letters as their small form. */
const KEYS: Readonly<Record<string, () => void>> = {
  ' ': togglePlay,
  arrowleft: () => stepEvent(-1),
  arrowright: () => stepEvent(1),
  'shift+arrowleft': () => stepBy(-SECOND_US),
  'shift+arrowright': () => stepBy(SECOND_US),
  home: () => seek(0),
  end: () => seek(bench.getState().horizon_us),
  '-': () => changeSpeed(-1),
  '+': () => changeSpeed(1),
  '=': () => changeSpeed(1),
  r: toggleLoop,
  '1': () => lookAt('front'),
  '2': () => lookAt('cartridge'),
  '3': () => lookAt('chute'),
  '4': () => lookAt('door'),
  '5': backToRegion,
  i: () => bench.setState(({ lookInside }) => ({ lookInside: !lookInside, tour: null })),
  j: goToJam,
  a: callAlongTheChain,
  b: putAKeyOnSite,
  c: letItRun,
  n: showNextChart,
  e: () => show('board'),
  l: () => show('log'),
  w: () => show('week'),
  h: () => show('hands'),
  s: saveRecord,
  '?': () => show('help'),
};

const OF_A_MACHINE = new Set(['a', 'b', 'c', 'i', 'n', 'e', 'h']);

function show(sheet: Sheet): void {
  bench.setState({ sheet });
}

/** Keys for all of it. Fields, open sheets and keys with Ctrl or Alt are left alone. */
export function useKeyboard(): void {
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      const { facts, sheet } = bench.getState();
      if (sheet !== null) return;
      const letter = event.key.toLowerCase();
      if (letter === 'd') nextTheme();
      else if (plan.getState().isOpen) return;
      else if (facts === null && letter === 'j') openFromLibrary(JAM);
      else if (facts === null && letter === 'p') openPlanner();
      else if (facts !== null) runKey(event, letter);
    };
    document.addEventListener('keydown', take);
    return () => document.removeEventListener('keydown', take);
  }, []);
}

function runKey(event: KeyboardEvent, letter: string): void {
  // A button in focus takes the space bar itself.
  if (letter === ' ' && event.target instanceof HTMLButtonElement) return;
  // The three ways on, and what lies inside, belong to the machine in the picture.
  if (bench.getState().region && OF_A_MACHINE.has(letter)) return;
  const deed = KEYS[event.shiftKey && letter.startsWith('arrow') ? `shift+${letter}` : letter];
  if (deed === undefined) return;
  event.preventDefault();
  deed();
}

function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'range' && target.type !== 'checkbox';
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}
