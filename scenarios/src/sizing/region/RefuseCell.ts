import type { Complaint } from '../../format/Complaint.js';

/** Tells what is wrong with a cell; without a column, with a row; with row -1, with the list as a whole. Both count from 0. */
export type RefuseCell = (row: number, column: number | null, name: string | null, complaint: Complaint) => void;
