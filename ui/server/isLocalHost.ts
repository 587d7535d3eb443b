const LOCAL: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/** Whether a host's name means this machine itself. */
export function isLocalHost(host: string): boolean {
  return LOCAL.includes(host.toLowerCase());
}
