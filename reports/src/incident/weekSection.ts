import { weekOf } from '@dosetwin/scenarios';
import { type Markup, markup } from '../markup/Markup.js';
import { renderWeekStrip } from '../week/renderWeekStrip.js';
import type { Incident } from './Incident.js';
import { pageSection } from './pageSection.js';

/** The week around the run, where the scenario could be read and its site has somebody to ask. */
export function weekSection({ record, surroundings, site }: Incident): Markup | null {
  const world = surroundings.scenario?.world;
  const asks = world?.sites.find(({ id }) => id === site)?.chain ?? [];
  if (!world || asks.length === 0) return null;
  if (surroundings.scenario?.isImported) {
    const says = 'Left out, since it would show the hours of staff who exist: a report may be passed on.';
    return pageSection(
      'The week around it',
      says,
      markup`<p class="quiet"><span class="mono">dosetwin week</span> draws it on your own machine.</p>`,
    );
  }
  if (record.entries.some(({ kind, source }) => kind === 'not-opened' && source === site)) {
    return pageSection('The week around it', 'Left out: this site never opened in this run.', markup``);
  }
  return pageSection(
    'The week around it',
    'Who could help, and when nobody could. From calendars alone; what happened in the run is not in it.',
    markup`${renderWeekStrip(weekOf(world, site))}`,
  );
}
