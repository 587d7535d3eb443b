import type { Component, KernelEvent, Saved } from '../../kernel/Kernel.js';

/** Hears whatever it is told, in words: `reader CAPTURE person=P07`. */
export class Listener implements Component {
  constructor(
    readonly name: string,
    readonly say: (words: string) => void,
  ) {}

  handle({ type, ...args }: KernelEvent): void {
    const words = Object.entries(args).map(([name, value]) => ` ${name}=${value}`);
    this.say(`${this.name} ${type}${words.join('')}`);
  }

  save(): Saved {
    return null;
  }

  restore(): void {}
}
