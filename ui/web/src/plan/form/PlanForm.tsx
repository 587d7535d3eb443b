import './form.css';
import type { Region } from '@dosetwin/scenarios';
import type { ReactNode } from 'react';
import { say } from '../../text/say.js';
import { EstimateRow } from './EstimateRow.js';
import { assumptionsOf, FORM_FIELDS, type FormSection, isAssumption, sourceAt } from './formFields.js';
import { SupportFields } from './SupportFields.js';
import { BudgetFields, LimitFields, RoadFactorField, TargetFields } from './WishFields.js';

/** The figures of a plan that no spreadsheet of places has: wishes first, then everything that is believed, with its source. */
export function PlanForm({ region }: { readonly region: Region }) {
  const { assumed, all } = assumptionsOf(region);
  return (
    <>
      <section className="plan-paper" aria-labelledby="form-targets">
        <h2 id="form-targets">{say('plan.form.targetsTitle')}</h2>
        <TargetFields region={region} />
        <h3>{say('plan.form.budgetTitle')}</h3>
        <BudgetFields region={region} />
      </section>
      <section className="plan-paper" aria-labelledby="form-beliefs">
        <h2 id="form-beliefs">{say('plan.form.beliefsTitle')}</h2>
        <p className="plan-second">{say('plan.form.beliefsAbout', { assumed, all })}</p>
        <Part section="machine" region={region} />
        <Part section="support" region={region}>
          <SupportFields region={region} />
        </Part>
        <Part section="travel" region={region}>
          <RoadFactorField region={region} />
        </Part>
        <Part section="demand" region={region} />
        <Part section="services" region={region}>
          <LimitFields region={region} />
        </Part>
      </section>
    </>
  );
}

/** One group of figures, closed until somebody wants to see it; how many of them are assumptions can be seen before. */
function Part({
  section,
  region,
  children,
}: {
  readonly section: FormSection;
  readonly region: Region;
  readonly children?: ReactNode;
}) {
  const fields = FORM_FIELDS.filter((one) => one.section === section);
  const assumed = fields.filter((one) => isAssumption(sourceAt(region, one))).length;
  return (
    <details className="form-part">
      <summary>
        <span>{say(`plan.form.part.${section}`)}</span>
        <span className="plan-second">{say('plan.form.partAssumed', { assumed, all: fields.length })}</span>
      </summary>
      {children}
      {fields.map((field) => (
        <EstimateRow key={field.path} region={region} field={field} />
      ))}
    </details>
  );
}
