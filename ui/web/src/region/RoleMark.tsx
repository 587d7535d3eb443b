/** A cross for nursing, a key for whoever else comes with one; drawn around 0 0. */
export function RoleMark({ role }: { readonly role: string }) {
  if (role === 'nurse') return <path className="role-mark" d="M0-5.5v11M-5.5 0h11" />;
  return <path className="role-mark" d="M-5.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M-.4 0h6.2v2.8M3.2 0v2.2" />;
}
