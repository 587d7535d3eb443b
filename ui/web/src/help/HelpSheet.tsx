import './help.css';
import { Sheet } from '../sheet/Sheet.js';
import { say, sayOne } from '../text/say.js';

const KEYS = [
  'space',
  'step',
  'second',
  'ends',
  'speed',
  'loop',
  'views',
  'region',
  'inside',
  'jam',
  'answers',
  'chart',
  'board',
  'log',
  'week',
  'hands',
  'theme',
  'save',
  'help',
  'close',
] as const;

/** The keys, and what each does. */
export function HelpSheet() {
  return (
    <Sheet title={say('help.title')} size="small">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a low page it scrolls, and the keyboard must reach it */}
      <section className="sheet-body" tabIndex={0} aria-label={say('help.title')}>
        <dl className="keys">
          {KEYS.map((one) => (
            <div key={one}>
              <dt>
                {sayOne(`help.keys.${one}`, 0)
                  .split(' ')
                  .map((key) => (
                    <kbd key={key} className="key">
                      {key}
                    </kbd>
                  ))}
              </dt>
              <dd>{sayOne(`help.keys.${one}`, 1)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <p className="help-purpose">{say('app.purpose')}</p>
    </Sheet>
  );
}
