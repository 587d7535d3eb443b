export function Elevation(_: any) { return null; }
