/** Prints docs/your-own-week.md with the tables of columns as `COLUMNS` has them. */

import { readFileSync } from 'node:fs';
import { columnsTable } from '../realData/COLUMNS.js';
import { TABLE_NAMES } from '../realData/Table.js';

const PAGE = new URL('../../../docs/your-own-week.md', import.meta.url);

process.stdout.write(
  TABLE_NAMES.reduce(
    (page, name) => {
      const [begins, ends] = [`<!-- columns of ${name} -->`, `<!-- end of columns of ${name} -->`];
      const [before, rest = ''] = page.split(begins);
      const after = rest.split(ends)[1];
      if (before === undefined || after === undefined)
        throw new Error(`docs/your-own-week.md has lost the marks around the columns of ${name}`);
      return `${before}${begins}\n\n${columnsTable(name)}\n\n${ends}${after}`;
    },
    readFileSync(PAGE, 'utf8'),
  ),
);
