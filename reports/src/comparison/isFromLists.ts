import type { ComparisonStudy } from '@dosetwin/scenarios';

/** Whether one of the sides was made of a site's own lists: then none may show what the other hides. */
export function isFromLists({ sides }: ComparisonStudy): boolean {
  return sides.some(({ isImported }) => isImported);
}
