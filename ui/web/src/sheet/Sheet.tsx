import './sheet.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { bench } from '../store/bench.js';
import { say } from '../text/say.js';
import { Icon } from './Icon.js';

interface SheetProps {
  readonly title: string;
  readonly size: 'small' | 'wide' | 'full';
  readonly children: ReactNode;
}

/** A sheet of paper over the bench: the keyboard stays inside it until it is closed. */
export function Sheet({ title, size, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    if (shown !== null && !shown.open) shown.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`sheet sheet-${size}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        closeSheet();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) closeSheet();
      }}
    >
      <div className="sheet-paper">
        <header className="sheet-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" className="icon-button" aria-label={say('bench.close')} onClick={closeSheet}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

export function closeSheet(): void {
  bench.setState({ sheet: null });
}
