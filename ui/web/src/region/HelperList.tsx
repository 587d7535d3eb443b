import './region.css';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { hourMinute } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';
import { helperWords } from './helperWords.js';
import { RoleSign } from './RoleSign.js';
import { useRegion } from './useRegion.js';

/** Who is on the way, to whom and since when, in words. */
export function HelperList() {
  const { helpers } = useRegion();
  const facts = useBench((state) => state.facts);
  const playhead_us = useBench((state) => state.playhead_us);
  const clock = useClock();
  const write = (t_us: number) => hourMinute(clock(t_us));
  return (
    <section className="helper-list" aria-labelledby="helper-list-title">
      <h2 id="helper-list-title">{say('region.helpers')}</h2>
      {helpers.length === 0 ? <p className="helper-none">{say('region.nobody')}</p> : null}
      <ul>
        {helpers.map((one) => (
          <li key={one.contact} className={one.is === 'free' ? 'helper helper-free' : 'helper'}>
            <RoleSign role={one.role} />
            <strong>{one.contact}</strong>{' '}
            <span>
              {helperWords(
                one,
                facts?.contacts.find(({ id }) => id === one.contact),
                playhead_us,
                write,
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
