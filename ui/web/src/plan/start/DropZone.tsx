import { type DragEvent, useRef, useState } from 'react';
import { say } from '../../text/say.js';
import { usePlan } from '../store/plan.js';
import { readFiles } from '../store/planClient.js';

/** Takes files that are dropped or chosen; they go to the worker and nowhere else. */
export function DropZone({ onPaste }: { readonly onPaste: () => void }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isReading = usePlan((state) => state.isReading);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way in; the button does the same by keyboard
    <div
      className={over ? 'drop-zone drop-zone-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="drop-title">{isReading ? say('plan.start.reading') : say('plan.start.drop')}</p>
      <p>{say('plan.start.dropAbout')}</p>
      <p className="drop-buttons">
        <button type="button" className="main-button" onClick={() => input.current?.click()}>
          {say('plan.start.choose')}
        </button>
        <button type="button" className="plain-button" onClick={onPaste}>
          {say('plan.start.paste')}
        </button>
      </p>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".csv,.tsv,.txt,.xlsx,.yaml,.yml,.zip"
        aria-label={say('plan.start.choose')}
        onChange={(event) => {
          if (event.target.files !== null) void take(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}

async function take(list: FileList): Promise<void> {
  const files = await Promise.all(
    [...list].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  if (files.length > 0) readFiles(files, files.map(({ name }) => name).join(', '));
}
