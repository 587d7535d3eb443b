import { Sheet } from '../sheet/Sheet.js';
import { say } from '../text/say.js';
import { ChartPanel } from './ChartPanel.js';

/** The same chart on a sheet of its own, with what each transition waits for. */
export function ChartSheet() {
  return (
    <Sheet title={say('chart.title')} size="full">
      <ChartPanel labels />
    </Sheet>
  );
}
