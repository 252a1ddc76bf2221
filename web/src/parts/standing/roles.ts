import {
  CONTRIBUTOR_ROLES,
  type ContributorRole,
  OWN_WORK_ROLES,
} from '../../../../domain/people/contributorRoles.ts';
import type { RoleChoice } from '../sign-in/Asked.ts';

const OTHERS = CONTRIBUTOR_ROLES.filter((role) => !OWN_WORK_ROLES.includes(role));

export const rolesOf = (choice: RoleChoice): ContributorRole[] =>
  choice === 'all' ? [...OWN_WORK_ROLES, ...OTHERS] : OWN_WORK_ROLES;

/** Returns the member's choice for the stored roles; a series has none. */
export const choiceOf = (roles: readonly ContributorRole[] | null | undefined): RoleChoice =>
  OTHERS.every((role) => roles?.includes(role)) ? 'all' : 'works';
