export type Theme = 'light' | 'dark';

/** Colours of the picture by theme, sRGB. Lobby colours are drawn as they are; the cabinet's are lit. */
export interface ScenePalette {
  readonly wall: string;
  readonly wallFar: string;
  readonly patch: string;
  readonly patchStrength: number;
  readonly skirting: string;
  readonly skirtingEdge: string;
  readonly floor: string;
  readonly floorFar: string;
  readonly joint: string;
  readonly shadow: string;
  readonly wallShadow: number;
  readonly floorShadow: number;
  readonly contact: number;
  /** Multiplies the light painted on the cabinet's inside. */
  readonly liner: string;
  readonly ink: string;
  readonly secondInk: string;
  readonly outline: string;
  readonly live: string;
  readonly glow: string;
  readonly faultText: string;
  readonly faultLine: string;
  readonly faultFill: string;
  /** The machine as the elevation draws it, lit as its lobby is. */
  readonly flat: FlatPalette;
}

export interface FlatPalette {
  readonly steel: string;
  readonly works: string;
  readonly bolt: string;
  readonly door: string;
  readonly flap: string;
  readonly tray: string;
  readonly chute: string;
  readonly package: string;
}

export const SCENE_PALETTES: { readonly [theme in Theme]: ScenePalette } = {
  light: {
    wall: '#dfd6c9',
    wallFar: '#dbd1c3',
    patch: '#fff0da',
    patchStrength: 0.36,
    skirting: '#d6ccbd',
    skirtingEdge: '#c9bead',
    floor: '#cdb99f',
    floorFar: '#c4b096',
    joint: '#b39d82',
    shadow: '#8f8c88',
    wallShadow: 0.5,
    floorShadow: 0.42,
    contact: 0.5,
    liner: '#ffffff',
    ink: '#1f1d1a',
    secondInk: '#57524a',
    outline: '#857d70',
    live: '#00695c',
    glow: '#3fd0bb',
    faultText: '#854c00',
    faultLine: '#b46a00',
    faultFill: '#f59a0e',
    flat: {
      steel: '#aaa499',
      works: '#7b766d',
      bolt: '#c8c2b6',
      door: '#b3ab9d',
      flap: '#98938b',
      tray: '#cfc8bb',
      chute: '#b9b5ad',
      package: '#f2ece0',
    },
  },
  dark: {
    wall: '#221c13',
    wallFar: '#1b160e',
    patch: '#5a4a33',
    patchStrength: 0.13,
    skirting: '#1c1710',
    skirtingEdge: '#2a2318',
    floor: '#392d1e',
    floorFar: '#281f14',
    joint: '#201810',
    shadow: '#0c0906',
    wallShadow: 0.55,
    floorShadow: 0.6,
    contact: 0.75,
    liner: '#9c8c75',
    ink: '#f0ebe2',
    secondInk: '#b5ac9f',
    outline: '#7f776c',
    live: '#63d6c4',
    glow: '#2fb9a6',
    faultText: '#ffbe5c',
    faultLine: '#ffab2e',
    faultFill: '#ffab2e',
    flat: {
      steel: '#4a4640',
      works: '#322f2a',
      bolt: '#77716a',
      door: '#565149',
      flap: '#47433e',
      tray: '#8d7f66',
      chute: '#5d5a55',
      package: '#cdb78f',
    },
  },
};
