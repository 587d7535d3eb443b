export type { BoardLine } from './conform/BoardLine.js';
export { EmulatedLine } from './conform/EmulatedLine.js';
export { type Conformance, type Finding, runConformance, SilentBoard } from './conform/runConformance.js';
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
export type { BoardWatcher } from './emulated/EmulatedBody.js';
export { type BoardOptions, type BoardPins, EmulatedBoard } from './emulator/EmulatedBoard.js';
export { MechanismPort, type MechanismPortOptions } from './emulator/MechanismPort.js';
export type { BoardOutputs } from './emulator/Ports.js';
export { firmwareImage } from './firmware/firmwareImage.js';
export type { BoardListener, BoardPort } from './live/BoardPort.js';
export { type Drift, driftEnvelope, driftName, driftWords } from './live/driftsOf.js';
export { LiveBody, type LiveSurroundings } from './live/LiveBody.js';
export { LiveTime } from './live/LiveTime.js';
export type { OrderBook } from './live/OrderBook.js';
export type { Prompt, PromptAct, PromptCount } from './live/Prompt.js';
export { PromptList } from './live/PromptList.js';
export { ShadowedBody } from './live/ShadowedBody.js';
export type { BoardProfile } from './profile/profileSchema.js';
export { type Reading, readingOf } from './profile/readingOf.js';
export type { BenchAct, BenchFault } from './serve/BenchBoard.js';
export { ACT_FORMS, BadAct, parseAct, parseFault } from './serve/parseAct.js';
export type { BoardClock, BootBounds, ClockKind } from './wire/BoardClock.js';
export { BoardLink, type BoardLinkOptions, type BoardLinkState, type LinkStanding } from './wire/BoardLink.js';
export { type ChartStateNames, chartStateNames } from './wire/chartStateNames.js';
export { chartsCrc } from './wire/chartsCrc.js';
export { commandOfRegisters, commandRegisters, type MailedCommand, type MailFault } from './wire/commandRegisters.js';
export { crc16 } from './wire/crc16.js';
export type { LinkFact, Refused, Waveform } from './wire/LinkFact.js';
export { Master, type MasterCounters, type MasterOptions, type Outcome, type Priority, type WireFrame } from './wire/Master.js';
export {
  encodeException,
  encodeReply,
  encodeRequest,
  type ModbusReply,
  type ModbusRequest,
  parseReply,
  parseRequest,
} from './wire/modbusPdu.js';
export type { Framing } from './wire/ReplyReader.js';
export { MAGIC, MAP_VERSION, REGISTER_MAP, UNIT, WIRE_CODES } from './wire/registerMap.js';
export {
  type BlockName,
  type BlockValues,
  blockPlace,
  decodeBlock,
  type RegisterName,
  registerPlace,
} from './wire/registerNames.js';
export { type Frame, frameRtu, unframeRtu } from './wire/rtuFrame.js';
export type { ReadFrom } from './wire/SignalReader.js';
export { sayFrame, sayRequest } from './wire/sayFrame.js';
export { frameTcp, type TcpFrame, unframeTcp } from './wire/tcpFrame.js';
export { type BoardEvidence, type LedgerEvidence, type LedgerResult, type Verdict, verdictOf } from './wire/verdictOf.js';
export { type CodeName, codeOf, nameOfCode } from './wire/wireCodes.js';
export { SILENCE_us, wireTime_us } from './wire/wireTiming.js';
