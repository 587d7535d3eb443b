import './start.css';
import { useState } from 'react';
import { say } from '../../text/say.js';
import { StepHeading } from '../StepHeading.js';
import { usePlan } from '../store/plan.js';
import { openExample, readFiles, save } from '../store/planClient.js';
import { DropZone } from './DropZone.js';
import { exampleTitles } from './examples.js';
import { Problems } from './Problems.js';

/** Where planning begins: a spreadsheet that is dropped, chosen or pasted; a template for one; or an example. */
export function StartStep() {
  const [pasting, setPasting] = useState(false);
  return (
    <>
      <StepHeading>{say('plan.start.headline')}</StepHeading>
      <p className="plan-lead">{say('plan.start.lead')}</p>
      <section className="plan-paper" aria-label={say('plan.start.own')}>
        <DropZone onPaste={() => setPasting(true)} />
        {pasting ? <PasteBox /> : null}
        <p className="start-template">
          {say('plan.start.templateAbout')}{' '}
          <button type="button" className="link-button" onClick={() => save('template')}>
            {say('plan.start.template')}
          </button>
        </p>
      </section>
      <Problems />
      <section className="plan-paper start-examples" aria-labelledby="examples-title">
        <h2 id="examples-title">{say('plan.start.examples')}</h2>
        <ul>
          {exampleTitles.map(({ id, title, places, sites }) => (
            <li key={id}>
              <button type="button" onClick={() => openExample(id)}>
                <strong>{title}</strong>
                <span>{say('plan.start.exampleAbout', { places, sites })}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <p className="plan-fine">{say('plan.start.promise')}</p>
    </>
  );
}

/** A table that was copied from a spreadsheet, or typed. */
function PasteBox() {
  const [text, setText] = useState('');
  const isReading = usePlan((state) => state.isReading);
  const read = () =>
    readFiles([{ name: say('plan.start.pastedName'), bytes: new TextEncoder().encode(text) }], say('plan.start.pastedName'));
  return (
    <div className="start-paste">
      <label htmlFor="paste-table">{say('plan.start.pasteLabel')}</label>
      <textarea
        id="paste-table"
        className="mono"
        rows={7}
        spellCheck={false}
        value={text}
        placeholder={say('plan.start.pasteExample')}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="button" className="main-button" disabled={text.trim() === '' || isReading} onClick={read}>
        {say('plan.start.readPasted')}
      </button>
    </div>
  );
}
