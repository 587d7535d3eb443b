import { controllerParameters } from './body/controller.parameters.js';
import { mechanismParameters } from './body/mechanism.parameters.js';
import { cartridgeParameters } from './charts/cartridge.parameters.js';
import { contactParameters } from './charts/contact.parameters.js';
import { counterParameters } from './charts/counter.parameters.js';
import { deskParameters } from './charts/desk.parameters.js';
import { guardParameters } from './charts/guard.parameters.js';
import { interlockParameters } from './charts/interlock.parameters.js';
import { inventoryParameters } from './charts/inventory.parameters.js';
import { linkParameters } from './charts/link.parameters.js';
import { overrideParameters } from './charts/override.parameters.js';
import { palmParameters } from './charts/palm.parameters.js';
import type { ParameterBlock } from './charts/parameters.js';
import { participantParameters } from './charts/participant.parameters.js';
import { personParameters } from './charts/person.parameters.js';
import { powerParameters } from './charts/power.parameters.js';
import { prescriberParameters } from './charts/prescriber.parameters.js';
import { prescriptionParameters } from './charts/prescription.parameters.js';
import { restockParameters } from './charts/restock.parameters.js';
import { roundsParameters } from './charts/rounds.parameters.js';
import { sessionParameters } from './charts/session.parameters.js';
import { shiftParameters } from './charts/shift.parameters.js';
import { ticketParameters } from './charts/ticket.parameters.js';
import { updateParameters } from './charts/update.parameters.js';
import { authoriserParameters } from './dispenser/authoriser.parameters.js';
import { cardReaderParameters } from './dispenser/cardReader.parameters.js';
import { hingeParameters } from './dispenser/hinge.parameters.js';
import { readerParameters } from './dispenser/reader.parameters.js';
import { lookUpParameters } from './world/lookUp.parameters.js';
import { overrideDeskParameters } from './world/overrideDesk.parameters.js';
import { peopleParameters } from './world/people.parameters.js';
import { pharmacyParameters } from './world/pharmacy/pharmacy.parameters.js';
import { clinicParameters } from './world/programme/clinic.parameters.js';
import { openingParameters } from './world/programme/opening.parameters.js';
import { othersParameters } from './world/programme/others.parameters.js';
import { participationParameters } from './world/programme/participation.parameters.js';
import { settingParameters } from './world/programme/setting.parameters.js';
import { termParameters } from './world/programme/term.parameters.js';
import { travelParameters } from './world/programme/travel.parameters.js';
import { witnessParameters } from './world/programme/witness.parameters.js';
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
  cardReader: cardReaderParameters,
  authoriser: authoriserParameters,
  inventory: inventoryParameters,
  link: linkParameters,
  power: powerParameters,
  guard: guardParameters,
  update: updateParameters,
  updates: updatesParameters,
  restock: restockParameters,
  counter: counterParameters,
  pharmacy: pharmacyParameters,
  shift: shiftParameters,
  rounds: roundsParameters,
  override: overrideParameters,
  overrideDesk: overrideDeskParameters,
  person: personParameters,
  people: peopleParameters,
  participant: participantParameters,
  participation: participationParameters,
  prescription: prescriptionParameters,
  term: termParameters,
  prescriber: prescriberParameters,
  clinic: clinicParameters,
  witness: witnessParameters,
  opening: openingParameters,
  setting: settingParameters,
  travel: travelParameters,
  others: othersParameters,
  ticket: ticketParameters,
  support: supportParameters,
  lookUp: lookUpParameters,
  contact: contactParameters,
  desk: deskParameters,
};
