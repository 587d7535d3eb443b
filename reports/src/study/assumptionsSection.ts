import { estimatesOf, factorsOf, factorValue, factorValueWords, factorWords, type Region } from '@dosetwin/scenarios';
import { pageSection } from '../incident/pageSection.js';
import { type Markup, markup } from '../markup/Markup.js';
import { grouped } from './measureWords.js';
import { peopleWords } from './plansSection.js';

const SOURCES_TOLD = 3;

/** Every number that was believed, with its source; places with their people. */
export function assumptionsSection(region: Region): Markup {
  const factors = factorsOf(estimatesOf(region));
  return pageSection(
    'Assumptions, and where they are from',
    'Drawn once in each future, each from a triangle of its least, likely and most. What is the same three times is not drawn.',
    markup`<table class="parameters"><thead><tr><th scope="col">figure</th><th scope="col" class="number">least</th><th scope="col" class="number">likely</th><th scope="col" class="number">most</th><th scope="col">source</th></tr></thead><tbody>${factors.map(
      (factor) => {
        const { inputs, name } = factor;
        const likely =
          inputs.reduce((sum, { estimate }) => sum + estimate.likely, 0) / (name === 'places.people' ? 1 : inputs.length);
        return markup`<tr><th scope="row">${factorWords(name).says}</th><td class="number">${factorValueWords(name, factorValue(factor, 0))}</td><td class="number">${factorValueWords(name, likely)}</td><td class="number">${factorValueWords(name, factorValue(factor, 1))}</td><td>${name === 'places.people' ? 'by place, in the table below' : sourcesOf(inputs.map(({ estimate }) => estimate.source))}</td></tr>
`;
      },
    )}</tbody></table>
<h3>Places</h3><div class="wide"><table class="places"><thead><tr><th scope="col">place</th><th scope="col" class="number">population</th><th scope="col" class="number">people, least</th><th scope="col" class="number">likely</th><th scope="col" class="number">most</th><th scope="col">source</th></tr></thead><tbody>${region.places.map(
      ({
        name,
        population,
        people,
        source,
      }) => markup`<tr><th scope="row">${name}</th><td class="number">${population === undefined ? '' : grouped(String(population))}</td><td class="number">${peopleWords(people.low)}</td><td class="number">${peopleWords(people.likely)}</td><td class="number">${peopleWords(people.high)}</td><td class="quiet">${people.source}; ${source}</td></tr>
`,
    )}</tbody></table></div>`,
  );
}

function sourcesOf(sources: readonly string[]): string {
  const different = [...new Set(sources)];
  const rest = different.length - SOURCES_TOLD;
  return different.slice(0, SOURCES_TOLD).join('; ') + (rest > 0 ? `; and ${rest} more, by place and site` : '');
}
