/** A number with its noun: '1 person', '2 people', '0 doses'. Without a plural of its own, the noun takes an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
