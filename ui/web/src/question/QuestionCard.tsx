import './question.css';
import type { ReactNode } from 'react';
import { Icon } from '../sheet/Icon.js';
import { bench, useBench } from '../store/bench.js';
import { canSay, say, sayWord } from '../text/say.js';
import { duration } from '../time/duration.js';
import { hourMinute } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';
import { type Jam, openJam } from '../trace/openJam.js';
import { useSayEntry } from '../trace/useSayEntry.js';
import { callAlongTheChain, letItRun, putAKeyOnSite } from './answers.js';
import { chainOf } from './chainOf.js';
import { EndCard } from './EndCard.js';

/** Asks who has a key while a jam is the latest thing, and then shows what came of the answer. */
export function QuestionCard() {
  const jam = useJam();
  const answer = useBench((state) => state.answer);
  const verdicts = useBench((state) => state.verdicts);
  const ended = useBench((state) => state.facts !== null && state.playhead_us >= state.facts.length_us);
  if (ended && verdicts.length > 0) return <EndCard verdicts={verdicts} />;
  if (jam === null) return null;
  if (jam.cleared !== null) return <Cleared jam={jam} />;
  if (answer?.jam_us === jam.t_us) return <Answers jam={jam} />;
  return <Question jam={jam} />;
}

export function useJam(): Jam | null {
  const trace = useBench((state) => state.trace);
  const machine = useBench((state) => state.machine);
  const playhead_us = useBench((state) => state.playhead_us);
  return openJam(trace, machine, playhead_us);
}

function titleOf(jam: Jam): string {
  const key = `question.${jam.mode}`;
  return canSay(key) ? say(key) : say('question.other');
}

interface CardProps {
  readonly title: string;
  readonly calm?: boolean;
  readonly children: ReactNode;
}

function Card({ title, calm, children }: CardProps) {
  return (
    <section className={calm === true ? 'question question-calm' : 'question'} aria-labelledby="question-title">
      <h2 id="question-title">{title}</h2>
      {children}
    </section>
  );
}

function Question({ jam }: { readonly jam: Jam }) {
  const facts = useBench((state) => state.facts);
  const machine = useBench((state) => state.machine);
  const chain = facts === null ? [] : chainOf(facts, machine);
  return (
    <Card title={titleOf(jam)}>
      <ul className="ways">
        <Way
          letter="A"
          title={say('question.call')}
          about={chain.join(', ') || say('question.callAbout')}
          onTake={callAlongTheChain}
        />
        <Way letter="B" title={say('question.key')} about={say('question.keyAbout')} onTake={putAKeyOnSite} />
        <Way letter="C" title={say('question.run')} about={say('question.runAbout')} onTake={letItRun} />
      </ul>
    </Card>
  );
}

interface WayProps {
  readonly letter: string;
  readonly title: string;
  readonly about: string;
  readonly onTake: () => void;
}

function Way({ letter, title, about, onTake }: WayProps) {
  return (
    <li>
      <button type="button" className="way" onClick={onTake} aria-keyshortcuts={letter}>
        <span className="key" aria-hidden="true">
          {letter}
        </span>
        <span className="way-words">
          <strong>{title}</strong> <span>{about}</span>
        </span>
        <Icon name="right" />
      </button>
    </li>
  );
}

/** Who was asked since the jam, and what they said. */
function Answers({ jam }: { readonly jam: Jam }) {
  const trace = useBench((state) => state.trace);
  const playhead_us = useBench((state) => state.playhead_us);
  const clock = useClock();
  const sayEntry = useSayEntry();
  const news = ['answered', 'set-off', 'on-site', 'door-opened', 'remote-recovery', 'nobody-free']
    .flatMap((kind) => trace.ofKind(playhead_us, kind))
    .filter((one) => one.t_us >= jam.t_us)
    .sort((a, b) => a.t_us - b.t_us)
    .slice(-5);
  const helped = news.some((one) => one.kind === 'door-opened');
  return (
    <Card title={helped ? say('question.helped') : titleOf(jam)}>
      <h3>{say('question.answers')}</h3>
      {news.length === 0 ? <p className="answers-none">{say('question.answersNone')}</p> : null}
      <ul className="answers">
        {news.map((entry) => (
          <li key={`${entry.t_us} ${entry.source} ${entry.kind}`}>
            <time className="mono">{hourMinute(clock(entry.t_us))}</time>
            <span>
              {entry.source.includes('/') ? '' : <strong>{entry.source} </strong>}
              {sayEntry(entry)}
            </span>
          </li>
        ))}
      </ul>
      <button type="button" className="link-button" onClick={() => bench.setState({ answer: null })}>
        {say('question.again')}
      </button>
    </Card>
  );
}

/** For a while after the end of a jam, how long it took. */
function Cleared({ jam }: { readonly jam: Jam }) {
  const { cleared } = jam;
  if (cleared === null) return null;
  const how = sayWord(String(cleared.payload.how ?? ''));
  return (
    <Card title={say('question.cleared', { how, time: duration(cleared.t_us - jam.t_us) })} calm>
      <p>{say('question.was', { cartridge: jam.cartridge, mode: sayWord(jam.mode) })}</p>
    </Card>
  );
}
