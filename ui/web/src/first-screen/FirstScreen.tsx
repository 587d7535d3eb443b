import './first-screen.css';
import { type ReactNode, useEffect } from 'react';
import { Assumptions } from '../assumptions/Assumptions.js';
import { Picture } from '../bench/Picture.js';
import { JAM } from '../library.js';
import { openPlanner } from '../plan/store/planClient.js';
import { bench, useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { MIDDLE, PHONE, useMedia } from '../theme/useMedia.js';
import type { ListedScenario } from '../worker/protocol.js';
import { JamDrawing } from './JamDrawing.js';
import { OpenFile } from './OpenFile.js';
import { openFromLibrary } from './openFromLibrary.js';
import { PlanDrawing } from './PlanDrawing.js';
import { Refusal } from './Refusal.js';
import { ThemeButton } from './ThemeButton.js';

/** The first screen: the doors that exist, the library below them, and what all of it rests on. */
export function FirstScreen() {
  const sheet = useBench((state) => state.sheet);
  const phone = useMedia(PHONE);
  const middle = useMedia(MIDDLE);
  useEffect(() => {
    document.title = say('app.name');
  }, []);
  return (
    <div className="first">
      <section className="first-picture" aria-label={say('bench.mirror')}>
        <Picture layout={phone ? 'first-phone' : middle ? 'first-middle' : 'first'} />
      </section>
      <header className="first-head">
        <span className="logo">{say('app.name')}</span>
        <span className="first-actions">
          <OpenFile className="text-button" label={say('first.openFile')} />
          <ThemeButton />
        </span>
      </header>
      <main className="first-main">
        <h1>{say('first.headline')}</h1>
        <p className="first-lead">{say('first.lead')}</p>
        <div className="doors">
          <Door name="jam" onOpen={() => openFromLibrary(JAM)}>
            <JamDrawing />
          </Door>
          <Door name="plan" onOpen={openPlanner}>
            <PlanDrawing />
          </Door>
          <Library />
        </div>
        <Refusal />
      </main>
      <Foundations />
      {sheet === 'assumptions' ? <Assumptions /> : null}
    </div>
  );
}

interface DoorProps {
  readonly name: 'jam' | 'plan';
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

function Door({ name, onOpen, children }: DoorProps) {
  return (
    <button type="button" className={`door door-${name}`} onClick={onOpen}>
      <span className="door-picture">
        {children}
        <span className="door-lock" aria-hidden="true" />
      </span>
      <span className="door-words">
        <strong>{say(`first.${name}.title`)}</strong>
        <span>{say(`first.${name}.about`)}</span>
        <span className="key" aria-hidden="true">
          {say(`first.${name}.key`)}
        </span>
      </span>
    </button>
  );
}

function Library() {
  // A check of the bench itself is no day to live through.
  const scenarios = useBench((state) => state.scenarios).filter((one) => one.audience.length > 0);
  return (
    <section className="library" aria-labelledby="library-title">
      <h2 id="library-title">{say('first.library')}</h2>
      <ul>
        {scenarios.map((one) => (
          <LibraryRow key={one.name} scenario={one} />
        ))}
      </ul>
      <div className="library-foot">
        <p>{say('first.openOwn')}</p>
      </div>
    </section>
  );
}

function LibraryRow({ scenario }: { readonly scenario: ListedScenario }) {
  const { name, title, about, study, variants } = scenario;
  return (
    <li className="library-row">
      <button type="button" className="library-open" onClick={() => openFromLibrary(name)}>
        <strong>{title}</strong>
        <span className="library-about">{about}</span>
        {study.length === 0 ? null : <span className="library-study mono">{say('first.study', { ids: study.join(', ') })}</span>}
      </button>
      {variants.length === 0 ? null : (
        <ul className="library-variants" aria-label={say('first.variantOf', { title })}>
          {variants.map((variant) => (
            <li key={variant.name}>
              <button type="button" onClick={() => openFromLibrary(name, variant.name)}>
                {shortTitle(title, variant.title)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** `Stuck dose, a key on site` below `Stuck dose, no key` is `A key on site`. */
function shortTitle(title: string, variant: string): string {
  const common = `${title.split(',')[0]}, `;
  if (!variant.startsWith(common)) return variant;
  const rest = variant.slice(common.length);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function Foundations() {
  const listed = useBench((state) => state.figures);
  const count = listed.filter((one) => one.assumption).length;
  return (
    <footer className="first-foot">
      <p>
        {say('first.promise')} <span className="first-purpose">{say('app.purpose')}</span>
      </p>
      <p>
        {say('first.assumptions', { count })}{' '}
        <button type="button" className="link-button" onClick={() => bench.setState({ sheet: 'assumptions' })}>
          {say('first.which')}
        </button>
      </p>
    </footer>
  );
}
