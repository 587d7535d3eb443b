/** Prints docs/regions.md with the tables of columns as `REGION_COLUMNS` has them. */

import { readFileSync } from 'node:fs';
import { REGION_LISTS, regionColumnsTable } from '../sizing/region/REGION_COLUMNS.js';

const PAGE = new URL('../../../docs/regions.md', import.meta.url);

process.stdout.write(
  REGION_LISTS.reduce(
    (page, name) => {
      const [begins, ends] = [`<!-- columns of ${name} -->`, `<!-- end of columns of ${name} -->`];
      const [before, rest = ''] = page.split(begins);
      const after = rest.split(ends)[1];
      if (before === undefined || after === undefined)
        throw new Error(`docs/regions.md has lost the marks around the columns of ${name}`);
      return `${before}${begins}\n\n${regionColumnsTable(name)}\n\n${ends}${after}`;
    },
    readFileSync(PAGE, 'utf8'),
  ),
);
