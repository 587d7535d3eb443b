/** Names made fit for a format: whatever does not match becomes an underscore, and two that fall together are numbered. */
export function distinctNames(names: readonly string[], unfit: RegExp): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(unfit, '_').replace(/^(?![A-Za-z_])/, '_');
    let own = plain;
    for (let more = 2; taken.has(own); more += 1) own = `${plain}_${more}`;
    taken.add(own);
    return own;
  });
}
