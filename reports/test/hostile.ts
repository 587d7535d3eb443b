const ATTACK = `"'><img src=x onerror=alert(1)></style></title></svg><script>alert(2)</script>]]>\u0000\u001b[31m\u202e`;
/** Fields whose words choose what the report says; they stay, so that the hostile ones are reached. */
const KEPT = new Set([
  'kind',
  'verdict',
  'outcome',
  'is',
  'zone',
  'format',
  'after',
  'name',
  'source',
  'machine',
  'contact',
  'site',
  'person',
]);

/** The same value with an attack at the end of every text, keys of open records included. */
export function hostile<T>(value: T): T {
  return spoil(value, '') as T;
}

function spoil(value: unknown, key: string): unknown {
  if (typeof value === 'string') return KEPT.has(key) ? value : `${value}${ATTACK}`;
  if (Array.isArray(value)) return value.map((item) => spoil(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (key === 'zones') return [`${name}${ATTACK}`, inner];
      if (key === 'controllers') return [`${name}${ATTACK}`, spoil(inner, name)];
      return [name, spoil(inner, name)];
    }),
  );
}
