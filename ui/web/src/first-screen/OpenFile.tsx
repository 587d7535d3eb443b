import { useRef } from 'react';
import { openScenario } from '../store/client.js';
import { say } from '../text/say.js';

/** Reads a scenario or a record from the reader's own machine; it goes to the worker and nowhere else. */
export function OpenFile({ className, label }: { readonly className: string; readonly label: string }) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const text = await file.text();
    openScenario({ name: file.name.replace(/\.(ya?ml|jsonl?|ndjson)$/i, ''), text });
  };
  return (
    <>
      <button type="button" className={className} title={say('first.openHint')} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".yaml,.yml,.jsonl,.json"
        aria-label={label}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
}
