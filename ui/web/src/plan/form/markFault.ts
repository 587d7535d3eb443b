import { plan } from '../store/plan.js';

/** Keeps what is wrong with a field, or that nothing is: a plan is not computed from a form with faults. */
export function markFault(path: string, fault: string | null): void {
  const { [path]: _, ...others } = plan.getState().faults;
  plan.setState({ faults: fault === null ? others : { ...others, [path]: fault } });
}
