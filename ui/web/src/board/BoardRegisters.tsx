import './registers.css';
import { say } from '../text/say.js';
import { toTheMilli } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';
import type { BlockRow, BlockView, BoardView } from '../worker/board/BoardView.js';

/** Blocks that an engineer looks at first. */
const OPEN: ReadonlySet<string> = new Set(['status', 'gauges', 'mailbox']);

/** The board's registers by block, as far as the wire has told of them by the instant shown. */
export function BoardRegisters({ view }: { readonly view: BoardView }) {
  return (
    <section className="board-panel board-registers" aria-label={say('board.registers')}>
      <header>
        <h3>{say('board.registers')}</h3>
        <span>{say('board.of', { machine: view.ask.machine, link: say(`board.link.${view.link}`) })}</span>
      </header>
      {view.blocks.length === 0 ? <p className="board-quiet">{say('board.noRegisters')}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="register-blocks" tabIndex={0} aria-label={say('board.registerList')}>
        {view.blocks.map((block) => (
          <Block key={block.name} block={block} />
        ))}
      </section>
    </section>
  );
}

function Block({ block }: { readonly block: BlockView }) {
  const clock = useClock();
  const read_us = Math.max(...block.rows.map((row) => row.read_us));
  return (
    <details open={OPEN.has(block.name)} className="register-block">
      <summary>
        <strong>{block.name}</strong> <span>{block.says}</span>
        <time className="mono">{say('board.read', { time: toTheMilli(clock(read_us)) })}</time>
      </summary>
      <table>
        <thead className="unseen">
          <tr>
            {(['address', 'name', 'value', 'raw'] as const).map((one) => (
              <th key={one} scope="col">
                {say(`board.column.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <Row key={row.address} row={row} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Row({ row }: { readonly row: BlockRow }) {
  const name = row.repeat === null ? row.name : say('board.repeat', { name: row.name, number: row.repeat });
  return (
    <tr className={row.changed ? 'register-changed' : undefined} title={row.says}>
      <td className="mono">{row.address.toString(16).toUpperCase().padStart(4, '0')}</td>
      <th scope="row" className="mono">
        {name}
      </th>
      <td>
        {row.value}
        {row.changed ? <span className="unseen">, {say('board.changed')}</span> : null}
      </td>
      <td className="mono">{row.raw}</td>
    </tr>
  );
}
