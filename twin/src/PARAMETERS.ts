import { controllerParameters } from './body/controller.parameters.js';
import { mechanismParameters } from './body/mechanism.parameters.js';
import { cartridgeParameters } from './charts/cartridge.parameters.js';
import { contactParameters } from './charts/contact.parameters.js';
import { deskParameters } from './charts/desk.parameters.js';
import { guardParameters } from './charts/guard.parameters.js';
import { interlockParameters } from './charts/interlock.parameters.js';
import { inventoryParameters } from './charts/inventory.parameters.js';
import { linkParameters } from './charts/link.parameters.js';
import { overrideParameters } from './charts/override.parameters.js';
import { palmParameters } from './charts/palm.parameters.js';
import type { ParameterBlock } from './charts/parameters.js';
import { personParameters } from './charts/person.parameters.js';
import { powerParameters } from './charts/power.parameters.js';
import { sessionParameters } from './charts/session.parameters.js';
import { ticketParameters } from './charts/ticket.parameters.js';
import { updateParameters } from './charts/update.parameters.js';
import { authoriserParameters } from './dispenser/authoriser.parameters.js';
import { hingeParameters } from './dispenser/hinge.parameters.js';
import { readerParameters } from './dispenser/reader.parameters.js';
import { overrideDeskParameters } from './world/overrideDesk.parameters.js';
import { peopleParameters } from './world/people.parameters.js';
import { supportParameters } from './world/support.parameters.js';
import { updatesParameters } from './world/updates.parameters.js';

/** Every figure of the model, by block, from the mechanism up to the world: what a scenario may set and a report lists. */
export const PARAMETERS: Readonly<Record<string, ParameterBlock>> = {
  mechanism: mechanismParameters,
  controller: controllerParameters,
  cartridge: cartridgeParameters,
  interlock: interlockParameters,
  hinge: hingeParameters,
  session: sessionParameters,
  palm: palmParameters,
  reader: readerParameters,
  authoriser: authoriserParameters,
  inventory: inventoryParameters,
  link: linkParameters,
  power: powerParameters,
  guard: guardParameters,
  update: updateParameters,
  updates: updatesParameters,
  override: overrideParameters,
  overrideDesk: overrideDeskParameters,
  person: personParameters,
  people: peopleParameters,
  ticket: ticketParameters,
  support: supportParameters,
  contact: contactParameters,
  desk: deskParameters,
};
