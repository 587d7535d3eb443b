/** What the machine's screen says to whoever stands before it. */
export const enScreen = {
  idle: { headline: 'Good day.', body: 'Hold your palm over the reader below.' },
  matching: { headline: 'One moment.', body: 'Keep your palm still.' },
  authorising: { headline: 'Thank you.', body: 'Your dose is being looked up.' },
  dispensing: { headline: 'Your dose is coming.', body: 'It falls into the box below.' },
  collecting: { headline: 'Please take it.', body: 'The flap below is open.' },
  jammed: { headline: 'Something is stuck.', body: 'It is not your doing. Help is being asked for.' },
  empty: { headline: 'Nothing left here.', body: 'Please speak to the staff.' },
  refused: { headline: 'Not now.', body: 'Please speak to the staff.' },
  outOfService: { headline: 'Out of service.', body: 'Please speak to the staff.' },
} as const;
