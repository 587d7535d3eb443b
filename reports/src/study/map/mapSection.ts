import type { Region, Study } from '@dosetwin/scenarios';
import { type Markup, markup } from '../../markup/Markup.js';
import { regionMap } from './regionMap.js';

/** The map of the plan that answers, with its key and what must be said beside it. */
export function mapSection(study: Study, region: Region): Markup {
  const { furthestKm, roadFactor } = region.travel;
  const out = study.reach.places.filter(({ people, reached }) => Math.round(people - reached) > 0).length;
  return markup`<section class="map" aria-label="Map of the plan"><div class="drawing wide">${regionMap(study, region, 900, 530, 'w')}</div><div class="drawing narrow">${regionMap(study, region, 358, 300, 'n')}</div>
<ul class="key"><li>${keyMark('machine')}machines</li><li>${keyMark('reached')}everyone within reach</li><li>${keyMark('left')}people left out</li><li>${keyMark('none')}nobody counted</li><li>${keyMark('reach')}up to ${furthestKm} km</li></ul>
<p class="quiet">With the likely number of people and every site open; ${out === 0 ? 'nobody is left out then' : out === 1 ? 'one place has people left out' : `${out} places have people left out`}. People come by road, winter road or ferry, and do not fly for one dose; technicians take whatever is quickest, by air too. Circles are ${furthestKm} km as the crow flies; the model counts ${roadFactor === undefined ? 'the ways given' : `the ways given, or ${roadFactor} times that`}, and fewer come the farther it is. Coasts and borders: Natural Earth, without lakes. Counts below 5 are hidden.</p></section>`;
}

function keyMark(kind: 'machine' | 'reached' | 'left' | 'none' | 'reach'): Markup {
  const marks = {
    machine: markup`<rect class="machine" x="5.5" y="2" width="9" height="16" rx="1.5"/><rect class="screen" x="7.5" y="4.5" width="5" height="3.5"/>`,
    reached: markup`<circle class="place reached" cx="10" cy="10" r="5"/>`,
    left: markup`<circle class="hatch-ground" cx="10" cy="10" r="7"/><path class="hatch-line" d="M5 12L12 5M8 15L15 8"/>`,
    none: markup`<circle class="place none" cx="10" cy="10" r="4"/>`,
    reach: markup`<circle class="reach" cx="10" cy="10" r="8"/>`,
  };
  return markup`<svg viewBox="0 0 20 20" aria-hidden="true">${marks[kind]}</svg>`;
}
