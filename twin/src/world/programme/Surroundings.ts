import { type ParameterOverrides, type ParameterValues, parameterValues } from '../../charts/parameters.js';
import type { Kernel } from '../../kernel/Kernel.js';
import type { SiteSpec } from '../../spec/WorldSpec.js';
import type { Distances } from './Distances.js';
import { keptAwayBy } from './keptAwayBy.js';
import type { Participation } from './Participation.js';
import { settingParameters } from './setting.parameters.js';
import type { Whereabouts } from './Whereabouts.js';

export interface SurroundingsOf {
  readonly person: string;
  /** Not on the programme yet when the scenario starts. */
  readonly startsOff: boolean;
  readonly hasOthers: boolean;
  readonly way: Participation;
  readonly whereabouts: Whereabouts;
  readonly siteOf: (machine: string) => SiteSpec;
  readonly isOpened: (machine: string) => boolean;
  readonly asksForPalm: (machine: string) => boolean;
  readonly anotherProduct: (machine: string) => boolean;
  readonly distances: Distances;
}

/** Where somebody else can serve at once what this machine cannot. */
const WORTH_ANOTHER_WAY = [
  'jammed',
  'lane-locked',
  'out-of-service',
  'chute-blocked',
  'door-open',
  'empty',
  'offline',
  'no-witness',
];
const FOR_A_WITNESS = ['no-witness', 'witness-busy'];

/** What a person's habit sees of the programme around it: what keeps them away, where else they may go, who is to hear of a visit. */
export class Surroundings {
  readonly #kernel: Kernel;
  readonly #of: SurroundingsOf;
  readonly #values: ParameterValues<typeof settingParameters>;

  constructor(kernel: Kernel, of: SurroundingsOf, layers: readonly ParameterOverrides[]) {
    this.#kernel = kernel;
    this.#of = of;
    this.#values = parameterValues('setting', settingParameters, ...layers);
  }

  get startsOff(): boolean {
    return this.#of.startsOff;
  }

  /** What keeps them from a visit in the window of this number, `null` for nothing. */
  keptAwayBy(window: number, t_us: number): string | null {
    const { person, way, whereabouts, siteOf, distances } = this.#of;
    const machine = whereabouts.first(t_us);
    if (!this.#of.isOpened(machine)) return 'not-opened';
    const site = siteOf(machine);
    const km = way.home === null ? null : distances.km(way.home, site.id);
    const uniform = (cause: string) => this.#kernel.stream(`${person}/habit`, `kept away, ${cause}`).uniformAt(window);
    const outlook = {
      km,
      feltAs: site.feltAs ?? [],
      asksForPalm: this.#of.asksForPalm(machine),
      anotherProduct: this.#of.anotherProduct(machine),
    };
    return keptAwayBy(outlook, this.#values, uniform);
  }

  begins(): void {
    this.#post('whereabouts', { type: 'VISIT_BEGINS' });
  }

  /** Another machine to try now, if this one cannot serve and one is near enough; how long the way there takes. */
  elsewhere(cause: string): { readonly machine: string; readonly travel_us: number; readonly km: number } | null {
    const { whereabouts, siteOf, distances } = this.#of;
    if (!WORTH_ANOTHER_WAY.includes(cause)) return null;
    const machine = whereabouts.next(this.#kernel.now_us);
    if (machine === null) return null;
    const km = distances.km(siteOf(whereabouts.at).id, siteOf(machine).id) ?? 0;
    return km > this.#values.elsewhereMostKm ? null : { machine, km, travel_us: distances.walkOrRide_us(km) };
  }

  goesTo(machine: string): void {
    this.#post('whereabouts', { type: 'GOES_TO', machine });
  }

  waits(cause: string): void {
    if (FOR_A_WITNESS.includes(cause)) this.#tellWitness('WAITS');
  }

  /** `cause` is '' for a dose; `did-not-come` for a window without a visit. */
  ended(cause: string): void {
    this.#post('way', { type: 'VISIT_ENDED', cause });
    if (cause === 'did-not-come') return;
    this.#tellWitness(cause === '' ? 'WITNESSED' : 'LEFT');
    const { hasOthers, siteOf, whereabouts } = this.#of;
    if (hasOthers && cause === '' && siteOf(whereabouts.at).setting === 'pharmacy') this.#post('others', { type: 'AT_PHARMACY' });
  }

  #tellWitness(type: string): void {
    const site = this.#of.siteOf(this.#of.whereabouts.at);
    if (site.admission?.witnessed) this.#kernel.post(`${site.id}/witness`, { type, person: this.#of.person });
  }

  #post(part: string, event: { readonly type: string; readonly [argument: string]: string }): void {
    this.#kernel.post(`${this.#of.person}/${part}`, event);
  }
}
