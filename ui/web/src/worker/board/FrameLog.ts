import {
  type ModbusReply,
  type ModbusRequest,
  parseReply,
  parseRequest,
  unframeRtu,
  type WireFrame,
} from '@dosetwin/firmware-bridge';
import { Instants } from './Instants.js';

const KINDS: readonly WireFrame['is'][] = ['request', 'reply', 'exception', 'late', 'foreign', 'garbled'];
const FIRST_BYTES = 65_536;

/** What a request asks for; function 0: the frame could not be read. */
export interface Question {
  readonly function: number;
  readonly address: number;
  readonly count: number;
}

export interface BriefFrame {
  readonly is: WireFrame['is'];
  readonly attempt: number;
  readonly question: Question;
}

const NO_QUESTION: Question = { function: 0, address: 0, count: 0 };

/** The frames of one wire as they went, kept as bytes: a day of polls is some hundred thousand of them. */
export class FrameLog {
  readonly instants = new Instants();
  /** By place: what it was, which attempt, what was asked (by its place in the list), and where its bytes end. */
  readonly #kinds: number[] = [];
  readonly #attempts: number[] = [];
  readonly #asked: number[] = [];
  readonly #ends: number[] = [];
  /** Everything that was ever asked, once each; writings by where they write to. */
  readonly #questions: Question[] = [NO_QUESTION];
  readonly #questionOf = new Map<string, number>();
  #bytes = new Uint8Array(FIRST_BYTES);
  /** By what was asked (`4 16 16`), the places of right answers. */
  readonly #answers = new Map<string, number[]>();

  add({ t_us, bytes, is, attempt = 1, request, reply }: WireFrame): void {
    const place = this.instants.add(t_us);
    if (place < this.#kinds.length) this.#cut(place);
    const from = this.#ends[place - 1] ?? 0;
    if (from + bytes.length > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, from);
    this.#kinds.push(KINDS.indexOf(is));
    this.#attempts.push(attempt);
    this.#asked.push(this.#question(request));
    this.#ends.push(from + bytes.length);
    if (is !== 'reply' || request === undefined || reply === undefined) return;
    const key = keyOf(request);
    const places = this.#answers.get(key);
    if (places === undefined) this.#answers.set(key, [place]);
    else places.push(place);
  }

  windBack(t_us: number): void {
    this.#cut(this.instants.windBack(t_us));
  }

  is(place: number): WireFrame['is'] {
    return KINDS[this.#kinds[place] ?? 0] ?? 'garbled';
  }

  /** What a frame is without taking its bytes apart. */
  brief(place: number): BriefFrame {
    const question = this.#questions[this.#asked[place] ?? 0] ?? NO_QUESTION;
    return { is: this.is(place), attempt: this.#attempts[place] ?? 1, question };
  }

  /** A frame as the master saw it. */
  frame(place: number): WireFrame {
    const is = this.is(place);
    const bytes = this.#bytes.slice(this.#ends[place - 1] ?? 0, this.#ends[place]);
    const seen = { t_us: this.instants.at(place), bytes, is, attempt: this.#attempts[place] ?? 1 };
    if (is === 'request') return { ...seen, direction: 'sent', ...asked(requestIn(bytes)) };
    const request = is === 'reply' || is === 'exception' ? this.#requestBefore(place) : undefined;
    return { ...seen, direction: 'received', ...asked(request), ...answered(request, bytes) };
  }

  /** For everything that was ever asked and answered by this place: the latest answer, and the one before it. */
  latestAnswers(count: number): { readonly place: number; readonly before: number | null }[] {
    return [...this.#answers.values()].flatMap((places) => {
      let at = lastBelow(places, count);
      const place = places[at];
      at -= 1;
      return place === undefined ? [] : [{ place, before: places[at] ?? null }];
    });
  }

  /** The right answer before this place to the same question. */
  answerBefore(place: number, request: ModbusRequest): number | null {
    const places = this.#answers.get(keyOf(request)) ?? [];
    return places[lastBelow(places, place)] ?? null;
  }

  #question(request: ModbusRequest | undefined): number {
    if (request === undefined) return 0;
    const key = keyOf(request);
    const known = this.#questionOf.get(key);
    if (known !== undefined) return known;
    const place = this.#questions.push({ function: request.function, address: request.address, count: countOf(request) }) - 1;
    this.#questionOf.set(key, place);
    return place;
  }

  #requestBefore(place: number) {
    for (let at = place - 1; at >= 0; at -= 1) {
      if (this.is(at) === 'request') return requestIn(this.frame(at).bytes);
    }
    return undefined;
  }

  #cut(count: number): void {
    const kept = Math.min(count, this.#kinds.length);
    for (const list of [this.#kinds, this.#attempts, this.#asked, this.#ends]) list.length = kept;
    for (const [asked, places] of this.#answers) {
      places.length = lastBelow(places, count) + 1;
      if (places.length === 0) this.#answers.delete(asked);
    }
  }
}

/** What is asked for, without what is written: the same question gives the same key. */
function keyOf(request: ModbusRequest): string {
  return `${request.function} ${request.address} ${countOf(request)}`;
}

function countOf(request: ModbusRequest): number {
  if (request.function === 6) return 1;
  return request.function === 16 ? request.values.length : request.count;
}

function requestIn(bytes: Uint8Array): ModbusRequest | undefined {
  const frame = unframeRtu(bytes);
  if ('error' in frame) return undefined;
  const request = parseRequest(frame.pdu);
  return 'error' in request ? undefined : request;
}

function asked(request: ModbusRequest | undefined): { readonly request?: ModbusRequest } {
  return request === undefined ? {} : { request };
}

function answered(request: ModbusRequest | undefined, bytes: Uint8Array): { readonly reply?: ModbusReply } {
  const frame = unframeRtu(bytes);
  if (request === undefined || 'error' in frame) return {};
  const reply = parseReply(request, frame.pdu);
  return 'error' in reply ? {} : { reply };
}

/** The place in this rising list of its last number below `limit`, or -1. */
function lastBelow(rising: readonly number[], limit: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
