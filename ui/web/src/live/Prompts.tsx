import { useState } from 'react';
import { say } from '../text/say.js';
import { askLive } from './joinLive.js';
import type { LiveState } from './liveProtocol.js';

type PromptShown = LiveState['prompts'][number];

/** What whoever stands at a real machine is asked to do, the oldest first; whoever may act says that it is done. */
export function Prompts({ prompts, mayAnswer }: { readonly prompts: readonly PromptShown[]; readonly mayAnswer: boolean }) {
  if (prompts.length === 0) return null;
  return (
    <section className="prompts" aria-label={say('live.prompts.label')}>
      <h3>{say('live.prompts.label')}</h3>
      <ol>
        {prompts.map((prompt) => (
          <li key={prompt.number}>
            <p role="status">{say('live.prompts.at', { machine: prompt.machine, says: prompt.says })}</p>
            {mayAnswer ? <Answer prompt={prompt} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Answer({ prompt: { number, wantsCount } }: { readonly prompt: PromptShown }) {
  const [counts, setCounts] = useState({ onCoil: '', rejected: '' });
  const isCounted = isPackages(counts.onCoil) && isPackages(counts.rejected);
  const count = { onCoil: Number(counts.onCoil), rejected: Number(counts.rejected) };
  const field = (name: 'onCoil' | 'rejected') => (
    <label>
      {say(`live.prompts.${name}`)}
      <input
        inputMode="numeric"
        value={counts[name]}
        onChange={(event) => setCounts({ ...counts, [name]: event.target.value.trim() })}
      />
    </label>
  );
  return (
    <p className="prompt-answer">
      {wantsCount ? field('onCoil') : null}
      {wantsCount ? field('rejected') : null}
      <button
        type="button"
        className="button"
        disabled={wantsCount && !isCounted}
        onClick={() => askLive({ type: 'answer', prompt: number, ...(wantsCount ? { count } : {}) })}
      >
        {say('live.prompts.done')}
      </button>
    </p>
  );
}

function isPackages(text: string): boolean {
  return /^\d{1,3}$/.test(text);
}
