const NOT_FOUND = /^Cannot find package '((?:@[^/']+\/)?[^/']+)/;

/**
 * The npm package that an error says is not installed, or `null`: after new sources were fetched over an older installation, say. Files of
 * our own that are missing are another matter.
 */
export function missingPackage(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_MODULE_NOT_FOUND') return null;
  return NOT_FOUND.exec(error.message)?.[1] ?? null;
}
