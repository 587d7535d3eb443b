import { countedMachines, hasTravel, type JudgedPlan, machinesOf, type Region } from '@dosetwin/scenarios';
import type { ReactNode } from 'react';
import { say } from '../../text/say.js';
import { usePlan } from '../store/plan.js';
import { forgetPlan, showPlan } from '../store/planClient.js';
import { bandWords, heldWords } from './figures.js';

const MEASURES = ['reached', 'served', 'meanKm', 'costPerYear', 'staffHoursPerYear'] as const;

interface PlanTableProps {
  readonly region: Region;
  readonly plans: readonly JudgedPlan[];
  readonly answer: number | null;
}

/** Plans beside each other: those computed, by number of machines, and the planner's own with both of their estimates. */
export function PlanTable({ region, plans, answer }: PlanTableProps) {
  const own = usePlan((state) => state.own);
  const shown = usePlan((state) => state.shown);
  const measures = MEASURES.filter((one) => one !== 'meanKm' || hasTravel(plans));
  return (
    <section className="plan-paper" aria-labelledby="table-title">
      <h2 id="table-title">{say('plan.table.title')}</h2>
      <p className="plan-second">{say('plan.table.about')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="plan-scroll" tabIndex={0} aria-label={say('plan.table.scroll')}>
        <table className="plan-table">
          <thead>
            <tr>
              <th scope="col">{say('plan.table.plan')}</th>
              <th scope="col">{say('plan.table.held', { confidence: Math.round(region.targets.confidence * 100) })}</th>
              {measures.map((one) => (
                <th key={one} scope="col">
                  {say(`plan.measure.${one}`)}
                  <span className="table-unit">{say(`plan.unit.${one}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {own.map((one) => (
              <Row
                key={`own ${one.id}`}
                measures={measures}
                judged={one.simulated?.judged ?? one.quick?.judged ?? null}
                isShown={shown?.kind === 'own' && shown.id === one.id}
                onShow={() => showPlan({ kind: 'own', id: one.id })}
                name={say('plan.table.own', { id: one.id, machines: countedMachines(machinesOf(one.plan)) })}
                note={say(
                  one.simulated !== null
                    ? 'plan.table.simulated'
                    : one.quick !== null
                      ? 'plan.table.quick'
                      : 'plan.table.waiting',
                )}
              >
                <button type="button" className="link-button" onClick={() => forgetPlan(one.id)}>
                  {say('plan.table.forget')}
                </button>
              </Row>
            ))}
            {plans.map((one) => (
              <Row
                key={one.machines}
                measures={measures}
                judged={one}
                isShown={shown?.kind === 'computed' && shown.machines === one.machines}
                onShow={() => showPlan({ kind: 'computed', machines: one.machines })}
                name={countedMachines(one.machines)}
                note={one.machines === answer ? say('plan.table.answer') : ''}
              />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

interface RowProps {
  readonly measures: readonly (typeof MEASURES)[number][];
  readonly judged: JudgedPlan | null;
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly name: string;
  readonly note: string;
  readonly children?: ReactNode;
}

function Row({ measures, judged, isShown, onShow, name, note, children }: RowProps) {
  return (
    <tr className={isShown ? 'table-shown' : ''}>
      <th scope="row">
        <button type="button" className="table-plan" aria-pressed={isShown} onClick={onShow}>
          {name}
        </button>
        {note === '' ? null : <span className="table-note">{note}</span>}
        {children}
      </th>
      <td>{judged === null ? '…' : heldWords(judged)}</td>
      {measures.map((one) => (
        <td key={one}>{judged === null ? '…' : bandWords(one, judged.bands[one])}</td>
      ))}
    </tr>
  );
}
