import type { WrittenFile } from '../worker/planProtocol.js';

/** Hands a file to the browser, which asks or knows where to keep it. */
export function download({ name, mime, content }: WrittenFile): void {
  const address = URL.createObjectURL(new Blob([content], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
