import address from 'highs/runtime?url';

let program: Promise<ArrayBuffer> | null = null;

/** HiGHS, as it lies beside the page or in it: fetched once, when the first plan is asked for. */
export function solverProgram(): Promise<ArrayBuffer> {
  program ??= fetch(address).then((answer) => answer.arrayBuffer());
  return program;
}
