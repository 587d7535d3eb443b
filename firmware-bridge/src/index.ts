export {
  CONTROLLER_KINDS,
  type ControllerChoice,
  type ControllerKind,
  controllersOf,
  parseControllerChoice,
} from './ControllerChoice.js';
