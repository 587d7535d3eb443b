/** The seed of every study in the page: the command line's own, so that both say the same. */
export const SEED = 1;
