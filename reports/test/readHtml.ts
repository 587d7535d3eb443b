const VOID = new Set(['meta', 'br', 'link', 'img', 'input', 'hr']);

/** What a page's source holds: names of its elements, what does not close, and attributes that would run something. */
export function tagsOf(page: string): { names: string[]; unbalanced: string[]; handlers: string[] } {
  const source = page.replace(/<style>.*?<\/style>/s, '');
  const names: string[] = [];
  const open: string[] = [];
  const unbalanced: string[] = [];
  const handlers: string[] = [];
  for (const [, closing, name = '', attributes = '', alone] of source.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w-]+(?:="[^"<>]*")?)*)\s*(\/?)>/g,
  )) {
    names.push(name);
    if (/\son\w+=/.test(attributes)) handlers.push(`${name}${attributes}`);
    if (closing === '/') {
      if (open.at(-1) === name) open.pop();
      else unbalanced.push(`</${name}>`);
    } else if (alone !== '/' && !VOID.has(name)) open.push(name);
  }
  // Every "<" must begin a tag that was read above, or the document type.
  const left = source.replace(/<!doctype html>/, '').split('<').length - 1;
  if (left !== names.length) unbalanced.push(`${left - names.length} stray <`);
  return { names, unbalanced: [...unbalanced, ...open], handlers };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words of a page in their order, one space between them. */
export function visibleText(page: string): string {
  return page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] as string)
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ([.,;:])/g, '$1');
}
