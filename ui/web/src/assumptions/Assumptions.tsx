import './assumptions.css';
import { useState } from 'react';
import { Sheet } from '../sheet/Sheet.js';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';

/** Every figure of the model with its unit and where it comes from; which of them are assumptions. */
export function Assumptions() {
  const listed = useBench((state) => state.facts?.parameters ?? state.figures);
  const [only, setOnly] = useState(true);
  const assumed = listed.filter((one) => one.assumption);
  const shown = only ? assumed : listed;
  return (
    <Sheet title={say('assumptions.title')} size="wide">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="sheet-body assumptions" tabIndex={0} aria-label={say('assumptions.title')}>
        <p>{say('assumptions.about', { assumed: assumed.length, all: listed.length })}</p>
        <label>
          <input type="checkbox" checked={only} onChange={(event) => setOnly(event.target.checked)} />
          {say('assumptions.only')}
        </label>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('assumptions.name')}</th>
              <th scope="col">{say('assumptions.value')}</th>
              <th scope="col">{say('assumptions.source')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.name}>
                <th scope="row">
                  {one.says}
                  <span className="mono">{one.name}</span>
                </th>
                <td>
                  {one.value} {one.unit}
                  {one.set ? <span>{say('assumptions.set')}</span> : null}
                </td>
                <td>{one.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Sheet>
  );
}
