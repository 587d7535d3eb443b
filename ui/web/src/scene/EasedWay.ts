/** A value on its way: where it began, where it goes, and how far along it is in time. */
export interface EasedWay<T> {
  /** What was asked for; another key begins another way. */
  readonly key: string;
  readonly from: T;
  readonly to: T;
  /** 0 sets out, 1 has arrived. */
  readonly share: number;
}

export type Mix<T> = (from: T, to: T, share: number) => T;

/** The value shown: slow, quick, slow. */
export function valueOn<T>(way: EasedWay<T>, mix: Mix<T>): T {
  return way.share >= 1 ? way.to : mix(way.from, way.to, way.share * way.share * (3 - 2 * way.share));
}

/** The way after a target was asked for: a new key sets out from what is shown, the same key takes the target at once. */
export function wayTo<T>(way: EasedWay<T>, key: string, target: T, eases: boolean, mix: Mix<T>): EasedWay<T> {
  if (way.key !== key) return { key, from: valueOn(way, mix), to: target, share: eases ? 0 : 1 };
  return Object.is(way.to, target) ? way : { ...way, to: target };
}
