/** Prints one file of `firmware/generated`, named by the argument; `tools/generated.ts` lists them all. */

import { controllerFiles } from '../emit/controllerCharts.js';

const [wanted] = process.argv.slice(2);
const file = controllerFiles().find(({ name }) => name === wanted);
if (file === undefined) throw new Error(`the charts of the controller make no file ${wanted}`);
process.stdout.write(file.text);
