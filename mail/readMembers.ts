import type { Database } from '../db/database.ts';

/** A member as the shop knows them now. Read for each mail, kept nowhere. */
export interface Member {
  email: string;
  displayName: string;
  enabled: boolean;
}

const MEMBERS = `
  select wanted.member_id, m.email, m.display_name, m.enabled
  from json_table(:ids, '$[*]' columns (
    member_id varchar(64) character set ascii path '$'
  )) as wanted
  join shop_member m on m.member_id = wanted.member_id`;

/** The members with these ids. One that the shop no longer lists is absent. */
export async function readMembers(shop: Database, ids: string[]): Promise<Map<string, Member>> {
  const rows = await shop.query<{
    member_id: string;
    email: string | null;
    display_name: string | null;
    enabled: number | boolean | string | null;
  }>(MEMBERS, { ids: JSON.stringify(ids) });
  return new Map(
    rows.map((row) => [
      row.member_id,
      {
        email: row.email?.trim() ?? '',
        displayName: row.display_name ?? '',
        // A shop's flag may come as a number, a boolean or text.
        enabled: ['1', 'true'].includes(String(row.enabled)),
      },
    ]),
  );
}
