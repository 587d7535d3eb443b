import { type Controller, writeController } from '../../controllers/Controller.js';
import type { BoardListener, BoardPort } from '../../live/BoardPort.js';
import { NoBoard } from '../../node/LiveBoard.js';
import { monotonic_us, type RealTimeWire, type WireStanding } from '../../node/RealTimeWire.js';
import { SerialWire } from '../../node/SerialWire.js';
import { TcpWire } from '../../node/TcpWire.js';
import type { Framing } from '../../wire/ReplyReader.js';
import { LinesLink } from '../lines/LinesLink.js';
import type { ProfileLink, ProfileLinkEvents } from '../ProfileLink.js';
import { armRefusal, profilePromises } from '../profilePromises.js';
import type { BoardProfile } from '../profileSchema.js';
import { RegisterLink } from '../RegisterLink.js';
import { TextLink } from '../TextLink.js';

/** A board of another make on its wire, by its profile, in the wall's time. */
export class ProfileBoard implements BoardPort {
  readonly name: string;
  readonly showsPins = false;
  readonly link: ProfileLink;
  readonly promises: readonly string[];
  readonly armRefusal: string | null;
  readonly #wire: RealTimeWire;
  readonly #profile: BoardProfile;
  #listener: BoardListener | null = null;
  #isOpen = false;
  #judge: (problem: string | null) => void = () => {};

  constructor(controller: Controller, profile: BoardProfile, onLine?: ProfileLinkEvents['onLine']) {
    this.name = writeController(controller);
    this.#profile = profile;
    this.promises = profilePromises(profile);
    this.armRefusal = armRefusal(profile);
    const events: ProfileLinkEvents = {
      onConnected: () => this.#judge(null),
      onRefused: (says) => this.#judge(says),
      onFact: (fact) => {
        if (fact.is === 'silent') this.#judge(this.#silentWords());
        this.#listener?.fact(fact);
      },
      ...(onLine === undefined ? {} : { onLine }),
    };
    this.link = linkOf(profile, framingOf(controller), events);
    this.#wire = this.#wireOf(controller);
  }

  get highestOrder(): number {
    return this.link.highestOrder;
  }

  get isAwaited(): boolean {
    return this.link.isAwaited(monotonic_us());
  }

  get hasNews(): boolean {
    return this.link.hasNews;
  }

  /** Fulfilled once the board was greeted and taken. @throws NoBoard */
  connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#judge = (problem) => {
        this.#judge = () => {};
        if (problem === null) return resolve();
        void this.close().then(() => reject(new NoBoard(`${this.name}: ${problem}`)));
      };
      this.#wire.open();
    });
  }

  now_us(): number {
    return monotonic_us();
  }

  turn(): void {
    this.#wire.turn();
  }

  listen(listener: BoardListener): void {
    this.#listener = listener;
  }

  async close(): Promise<void> {
    this.#listener = null;
    await this.#wire.close();
  }

  #wireOf(controller: Controller): RealTimeWire {
    const options = { link: this.link, onStanding: (standing: WireStanding) => this.#stand(standing) };
    const { baud, parity, 'data-bits': dataBits, 'stop-bits': stopBits } = this.#profile.transport;
    if (controller.kind === 'serial')
      return new SerialWire({ path: controller.path, settings: { baudRate: baud, dataBits, parity, stopBits }, ...options });
    if (controller.kind === 'tcp') return new TcpWire({ host: controller.host, port: controller.port, ...options });
    throw new Error(`${controller.kind} has no wire`);
  }

  #silentWords(): string {
    const { transport, name } = this.#profile;
    const speech = transport.kind === 'text' ? 'text lines' : 'Modbus';
    return `nobody answers as the profile '${name}' has it: is the board powered, is this its port, and does it speak ${speech} at ${transport.baud} baud?`;
  }

  #stand(standing: WireStanding): void {
    if ('says' in standing) {
      this.#judge(standing.says);
      if (this.#isOpen) this.#listener?.wire(false, standing.says);
      this.#isOpen = false;
    } else if (standing.is === 'open') {
      if (!this.#isOpen) this.#listener?.wire(true, `${this.name} is open again`);
      this.#isOpen = true;
    }
  }
}

function linkOf(profile: BoardProfile, framing: Framing, events: ProfileLinkEvents): ProfileLink {
  if ('levels' in profile) return new LinesLink(profile, framing, events);
  return 'lines' in profile ? new TextLink(profile, events) : new RegisterLink(profile, framing, events);
}

function framingOf(controller: Controller): Framing {
  return controller.kind === 'tcp' ? 'tcp' : 'rtu';
}
