import { library } from '../library.js';
import { openScenario } from '../store/client.js';

/** Opens a scenario of the library by its name. */
export function openFromLibrary(name: string, variant: string | null = null): void {
  const text = library.find((one) => one.name === name);
  if (text !== undefined) openScenario(text, variant);
}
