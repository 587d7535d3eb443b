/** An element as read: its name, attributes, and what lies inside in order, texts among it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: (XmlElement | string)[];
}

const TOKEN =
  /<!--(?:(?!--)[\s\S])*-->|<\?xml [^?<>]*\?>|<(\/?)([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>|[^<]+/gy;

/** Reads XML strictly and throws where it is not well-formed: the part of XML that the house writes, and nothing more. */
export function readXml(source: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, inside: [] };
  const open = [top];
  TOKEN.lastIndex = 0;
  let at = 0;
  for (let token = TOKEN.exec(source); token !== null; token = TOKEN.exec(source)) {
    at = TOKEN.lastIndex;
    const [whole, closing, name, attributes, alone] = token;
    const here = open.at(-1) as XmlElement;
    if (name === undefined) {
      if (!whole.startsWith('<')) here.inside.push(decoded(whole));
    } else if (closing === '/') {
      if (here.name !== name || open.length === 1) throw new Error(`</${name}> closes ${here.name || 'nothing'}`);
      open.pop();
    } else {
      const element = { name, attributes: attributesOf(attributes ?? ''), inside: [] };
      here.inside.push(element);
      if (alone !== '/') open.push(element);
    }
  }
  if (at !== source.length) throw new Error(`not XML at ${source.slice(at, at + 40)}`);
  const roots = top.inside.filter((one) => typeof one !== 'string');
  const [root] = roots;
  if (open.length !== 1 || roots.length !== 1 || root === undefined)
    throw new Error(`open: ${open.at(-1)?.name}; ${roots.length} roots`);
  if (top.inside.some((one) => typeof one === 'string' && one.trim() !== '')) throw new Error('text beside the root');
  return root;
}

/** All elements of a name, at any depth, in document order. */
export function allOf(element: XmlElement, name: string): XmlElement[] {
  const inside = element.inside.flatMap((one) => (typeof one === 'string' ? [] : allOf(one, name)));
  return element.name === name ? [element, ...inside] : inside;
}

export function textOf({ inside }: XmlElement): string {
  return inside.map((one) => (typeof one === 'string' ? one : textOf(one))).join('');
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([A-Za-z_][\w:.-]*)="([^"]*)"/g)) {
    if (name in found) throw new Error(`${name} twice`);
    found[name] = decoded(value);
  }
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function decoded(text: string): string {
  if (/\p{Cc}/u.test(text.replace(/[\t\n\r]/g, ''))) throw new Error('a control character');
  return text.replace(/&([^;\s]*;?)/g, (whole, entity: string) => {
    const letter = ENTITIES[entity.slice(0, -1)];
    if (letter === undefined || !entity.endsWith(';')) throw new Error(`${whole} is no entity`);
    return letter;
  });
}
