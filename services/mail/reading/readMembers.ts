import { bindList } from '../../../db/bindList.ts';
import type { Database } from '../../../db/database.ts';

/** A member as the shop knows them now. Read for each mail, kept nowhere. */
export interface Member {
  email: string;
  displayName: string;
  enabled: boolean;
}

/** The members with these ids. One that the shop no longer lists is absent. */
export async function readMembers(shop: Database, ids: string[]): Promise<Map<string, Member>> {
  // Bound one by one: a parameter takes on whatever collation the shop's column has.
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
      // A shop may keep it as a number; ours is text.
      String(row.member_id),
      {
        email: row.email?.trim() ?? '',
        displayName: row.display_name ?? '',
        // A shop's flag may come as a number, a boolean or text.
        enabled: ['1', 'true'].includes(String(row.enabled)),
      },
    ]),
  );
}
