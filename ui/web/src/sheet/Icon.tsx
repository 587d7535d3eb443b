const PATHS = {
  play: 'M4 2.5v11l9.5-5.5z',
  pause: 'M4 2.5h2.8v11H4zM9.2 2.5H12v11H9.2z',
  back: 'M2.5 2.5h1.8v11H2.5zM13.5 2.5v11L5 8z',
  forward: 'M11.7 2.5h1.8v11h-1.8zM2.5 2.5v11L11 8z',
} as const;

const LINES = {
  loop: 'M3 5.5h7.2a3 3 0 0 1 0 6H5M5.5 2.5l-3 3 3 3',
  rewind: 'M3 3v10M13 3.5 6.5 8l6.5 4.5',
  left: 'M10 3.5 5.5 8 10 12.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  menu: 'M1 3h14M1 8h14M1 13h14',
  larger: 'M9.5 2.5h4v4M6.5 13.5h-4v-4M13.5 2.5 9 7M2.5 13.5 7 9',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2 3.2 3.2',
  chip: 'M4.5 4.5h7v7h-7zM6.5 4.5v-3M9.5 4.5v-3M6.5 14.5v-3M9.5 14.5v-3M4.5 6.5h-3M4.5 9.5h-3M14.5 6.5h-3M14.5 9.5h-3',
  half: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 0v12',
} as const;

export type IconName = keyof typeof PATHS | keyof typeof LINES;

/** A small sign beside words or on a named button; it says nothing by itself. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  const filled = name in PATHS;
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {filled ? (
        <path d={PATHS[name as keyof typeof PATHS]} fill="currentColor" />
      ) : (
        <path
          d={LINES[name as keyof typeof LINES]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
