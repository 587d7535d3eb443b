import type { Benchmark } from '../../tools/Benchmark.js';
import { fanOut } from './fanOut.js';

export const benchmark: Benchmark = fanOut(200);
