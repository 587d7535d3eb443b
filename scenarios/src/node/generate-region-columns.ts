/** Prints docs/regions.md with the tables of columns and wishes as the code has them. */

import { readFileSync } from 'node:fs';
import { REGION_LISTS, regionColumnsTable } from '../sizing/region/REGION_COLUMNS.js';
import { wishesTable } from '../sizing/region/WISHES.js';

const PAGE = new URL('../../../docs/regions.md', import.meta.url);

const TABLES = [
  ...REGION_LISTS.map((name) => ({ name: `columns of ${name}`, table: regionColumnsTable(name) })),
  { name: 'wishes', table: wishesTable() },
];

process.stdout.write(
  TABLES.reduce(
    (page, { name, table }) => {
      const [begins, ends] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
      const [before, rest = ''] = page.split(begins);
      const after = rest.split(ends)[1];
      if (before === undefined || after === undefined) throw new Error(`docs/regions.md has lost the marks around the ${name}`);
      return `${before}${begins}\n\n${table}\n\n${ends}${after}`;
    },
    readFileSync(PAGE, 'utf8'),
  ),
);
