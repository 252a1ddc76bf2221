/** The names of GraphQL's `ContributorRole`. */
export const CONTRIBUTOR_ROLES = [
  'AUTHOR',
  'ORIGINAL',
  'ARTIST',
  'ILLUSTRATOR',
  'EDITOR',
  'SUPERVISOR',
  'TRANSLATOR',
  'PHOTOGRAPHER',
  'MUSIC',
  'OTHER',
  'UNSPECIFIED',
] as const;

export type ContributorRole = (typeof CONTRIBUTOR_ROLES)[number];

/** The roles that make a book a contributor's own work; a standing subscription covers these unless told otherwise. */
export const OWN_WORK_ROLES: ContributorRole[] = ['AUTHOR', 'ORIGINAL', 'ARTIST', 'UNSPECIFIED'];
