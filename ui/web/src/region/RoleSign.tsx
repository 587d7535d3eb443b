import { RoleMark } from './RoleMark.js';

/** What somebody is, as a sign in a line of text: the one that stands for them on the map. */
export function RoleSign({ role }: { readonly role: string }) {
  return (
    <svg className="role-sign" width="18" height="18" viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
      <circle r="12" />
      <RoleMark role={role} />
    </svg>
  );
}
