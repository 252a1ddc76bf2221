import type { Database } from '../db/database.ts';

/** A member as the shop's view shows them, for as long as one request lasts. */
export interface Member {
  id: string;
  displayName: string;
  passwordHash: string;
  enabled: boolean;
}

/** The member with this login; null when the shop has none. */
export function findByLogin(shop: Database, login: string): Promise<Member | null> {
  return find(shop, 'login = :value', login);
}

/** The member with this id; null when the shop has none. */
export function findById(shop: Database, memberId: string): Promise<Member | null> {
  return find(shop, 'member_id = :value', memberId);
}

async function find(shop: Database, condition: string, value: string): Promise<Member | null> {
  const rows = await shop.query(
    `select member_id, display_name, password_hash, enabled from shop_member where ${condition}`,
    { value },
  );
  const row = rows[0];
  if (row === undefined) return null;
  return {
    id: String(row.member_id),
    displayName: String(row.display_name ?? ''),
    passwordHash: String(row.password_hash),
    // A shop's flag may come as a number, a boolean or text.
    enabled: ['1', 'true'].includes(String(row.enabled)),
  };
}
