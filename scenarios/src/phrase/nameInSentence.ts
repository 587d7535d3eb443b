/**
 * A person, contact or role in a sentence: 'the nurse', 'a member of staff' (the site's own, who have no name), 'a key
 * holder', but 'P07' and 'nurse 2' as they are.
 */
export function nameInSentence(id: string): string {
  if (id === 'staff' || id.endsWith('/staff')) return 'a member of staff';
  if (id === 'key-holder') return 'a key holder';
  const spaced = id.replaceAll('-', ' ');
  return /^[a-z][a-z-]*$/.test(id) ? `the ${spaced}` : spaced;
}
