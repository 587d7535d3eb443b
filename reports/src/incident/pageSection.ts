import { type Insertable, type Markup, markup } from '../markup/Markup.js';

/** A section after the first page: its name and a note in the margin column, its matter beside them. */
export function pageSection(title: string, note: Insertable, matter: Insertable): Markup {
  return markup`<section class="matter"><header><h2>${title}</h2>${note !== '' && markup`<p>${note}</p>`}</header><div>${matter}</div></section>
`;
}
