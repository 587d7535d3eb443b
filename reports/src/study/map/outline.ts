import packed from './outline.json' with { type: 'json' };

export type Position = [lon: number, lat: number];

/** Coasts as rings and borders as lines, in degrees; see `node/generate-outline.ts` for where they are from. */
export const OUTLINE: { readonly rings: readonly (readonly Position[])[]; readonly borders: readonly (readonly Position[])[] } = {
  rings: packed.rings.map(unpacked),
  borders: packed.borders.map(unpacked),
};

function unpacked(differences: readonly number[]): readonly Position[] {
  const points: Position[] = [];
  let [lon, lat] = [0, 0];
  for (let i = 0; i + 1 < differences.length; i += 2) {
    lon += differences[i] as number;
    lat += differences[i + 1] as number;
    points.push([lon / 100, lat / 100]);
  }
  return points;
}
