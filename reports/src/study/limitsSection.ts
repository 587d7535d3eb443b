import type { Region } from '@dosetwin/scenarios';
import { pageSection } from '../incident/pageSection.js';
import { type Markup, markup } from '../markup/Markup.js';

/** What may be concluded, and what not: printed with every study. */
export function limitsSection({ about, isHypothetical }: Region): Markup {
  return pageSection(
    'What this can tell',
    'Printed with every study.',
    markup`<p class="about">${about.replace(/\s+/g, ' ').trim()}</p><div class="columns">${isHypothetical && markup`<section><h3>Hypothetical</h3><p>No row says that a service exists, is planned or is wanted. A community’s presence on the map, above all a First Nation’s, says nothing about its need; any real plan is that community’s own decision.</p></section>`}
<section><h3>The interval</h3><p>It says how well the answer is known from the futures that were simulated, with the assumptions as they are written, for the plans that were found; another plan of fewer machines may hold as well. It says nothing of how well the model fits any place.</p></section>
<section><h3>People</h3><p>Everyone here has been assessed and found eligible by a prescriber. Who does not come did nothing wrong. Counts below 5 are hidden.</p></section>
<section><h3>The study’s limits</h3><p>Most sites were not yet open. The people interviewed worked with the programme. People who use drugs were not interviewed. It gives no counts.</p></section>
<section><h3>What this must not be used for</h3><p>The bench is for inert packages, is no medical device, and is never for watching people: no monitoring, no discipline, no policing.</p></section></div>`,
  );
}
