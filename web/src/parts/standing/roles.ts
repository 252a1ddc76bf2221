import type { ContributorRole } from '../../generated/documents.ts';
import type { RoleChoice } from '../sign-in/Asked.ts';

const WORKS: ContributorRole[] = ['AUTHOR', 'ORIGINAL', 'ARTIST', 'UNSPECIFIED'];

const OTHERS: ContributorRole[] = [
  'ILLUSTRATOR',
  'EDITOR',
  'SUPERVISOR',
  'TRANSLATOR',
  'PHOTOGRAPHER',
  'MUSIC',
  'OTHER',
];

export const rolesOf = (choice: RoleChoice): ContributorRole[] =>
  choice === 'all' ? [...WORKS, ...OTHERS] : WORKS;

/** What a member chose, by the roles that are kept; a series has none. */
export const choiceOf = (roles: readonly ContributorRole[] | null | undefined): RoleChoice =>
  OTHERS.every((role) => roles?.includes(role)) ? 'all' : 'works';
