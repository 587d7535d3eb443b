export { bodyOfController } from './controllers/bodyOfController.js';
export {
  BadController,
  CONTROLLER_FORMS,
  type Controller,
  isSimulated,
  parseController,
  writeController,
} from './controllers/Controller.js';
export { type Controllers, chooseControllers } from './controllers/chooseControllers.js';
export { firmwareImage } from './firmware/firmwareImage.js';
