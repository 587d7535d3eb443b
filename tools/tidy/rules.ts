import { arithmetic } from './arithmetic.js';
import { chartsAreData } from './charts-are-data.js';
import { declaredDependencies } from './declared-dependencies.js';
import { importEndings } from './import-endings.js';
import { lengths } from './lengths.js';
import { lockFile } from './lock-file.js';
import { names } from './names.js';
import { noBarrel } from './no-barrel.js';
import { noCircle } from './no-circle.js';
import { noClockNoChance } from './no-clock-no-chance.js';
import { noEscape } from './no-escape.js';
import { noMachinePaths } from './no-machine-paths.js';
import type { Rule } from './Rule.js';
import { roomOrder } from './room-order.js';
import { tested } from './tested.js';

/** The house rules that a machine can keep, each in the file of its name. */
export const RULES: readonly Rule[] = [
  roomOrder,
  noCircle,
  importEndings,
  declaredDependencies,
  arithmetic,
  noClockNoChance,
  chartsAreData,
  lengths,
  names,
  noBarrel,
  noEscape,
  noMachinePaths,
  lockFile,
  tested,
];
