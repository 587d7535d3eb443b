import type { Cell } from '../../realData/Table.js';
import type { RegionList } from './REGION_COLUMNS.js';

/** A list of a planner's, or the wishes: a CSV file, or a sheet of a workbook. The first of its rows is row 1. */
export interface RegionSheet {
  readonly list: RegionList | 'wishes';
  readonly file: string;
  /** `null` for a file that is one list. */
  readonly sheet: string | null;
  readonly rows: readonly (readonly Cell[])[];
}
