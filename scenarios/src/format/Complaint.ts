/** What is wrong with a value, before it is known where the value stands. */
export class Complaint {
  constructor(
    readonly message: string,
    readonly found: string,
    readonly expected: string,
    readonly nearest: string | null = null,
  ) {}

  /** 'X is no length of time; write …' in one go. */
  static of(found: string, message: string, expected: string): Complaint {
    return new Complaint(`${found} ${message}`, found, expected);
  }
}

/** How a value is quoted in a message: short, on one line, and told apart from the sentence around it. */
export function quote(value: unknown): string {
  // As YAML writes them.
  if (Number.isNaN(value)) return '.nan';
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) return value > 0 ? '.inf' : '-.inf';
  if (typeof value !== 'string') return String(value);
  const line = value.replace(/\s+/g, ' ');
  return `'${line.length > 60 ? `${line.slice(0, 57)}…` : line}'`;
}
