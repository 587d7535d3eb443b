/** Id of the dot that leads to where a state starts; the whole chart's has the empty path. */
export function startOf(path: string): string {
  return `start/${path}`;
}

export function isStart(id: string): boolean {
  return id.startsWith('start/');
}
