import { bindList } from '../../../db/bindList.ts';
import type { Database } from '../../../db/database.ts';

/** A member as the shop knows them now. Read for each mail, stored nowhere. */
export interface Member {
  email: string;
  displayName: string;
  enabled: boolean;
}

/** Reads the members with these ids. Omits those that the shop no longer lists. */
export async function readMembers(shop: Database, ids: string[]): Promise<Map<string, Member>> {
  // Bound one by one: a parameter takes on the collation of the shop's column.
  const bound = bindList('id', ids);
  const rows = await shop.query<{
    member_id: string | number;
    email: string | null;
    display_name: string | null;
    enabled: number | boolean | string | null;
  }>(
    `select member_id, email, display_name, enabled from shop_member
     where member_id in (${bound.names})`,
    bound.values,
  );
  return new Map(
    rows.map((row) => [
      // The shop may store it as a number; we use text.
      String(row.member_id),
      {
        email: row.email?.trim() ?? '',
        displayName: row.display_name ?? '',
        // A flag from the shop may be a number, a boolean or text.
        enabled: ['1', 'true'].includes(String(row.enabled)),
      },
    ]),
  );
}
