import { Icon } from '../sheet/Icon.js';
import type { Theme } from '../store/BenchState.js';
import { bench, useBench } from '../store/bench.js';
import { say } from '../text/say.js';

const ORDER: readonly Theme[] = ['auto', 'light', 'dark'];

/** As the system has it, then light, then dark, then again. */
export function nextTheme(): void {
  const { theme } = bench.getState();
  bench.setState({ theme: ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] ?? 'auto' });
}

export function ThemeButton() {
  const theme = useBench((state) => state.theme);
  const name = say(`bench.theme.${theme}`);
  return (
    <button type="button" className="icon-button" aria-label={name} title={name} onClick={nextTheme}>
      <Icon name="half" />
    </button>
  );
}
