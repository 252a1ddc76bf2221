import type { Database, Row } from '../../db/database.ts';

/** A member as the shop's view shows them, for the duration of one request. */
export interface Member {
  id: string;
  displayName: string;
  passwordHash: string;
  enabled: boolean;
}

/** The member with this login; null if the shop has none. */
export function findByLogin(shop: Database, login: string): Promise<Member | null> {
  return find(shop, 'login = :value', login);
}

/** The member with this id; null if the shop has none. */
export function findById(shop: Database, memberId: string): Promise<Member | null> {
  return find(shop, 'member_id = :value', memberId);
}

/**
 * The members among these ids that the shop has, in any order. Accepts one to some hundreds of ids.
 */
export async function findByIds(shop: Database, memberIds: string[]): Promise<Member[]> {
  const names = memberIds.map((_, index) => `:m${index}`);
  const rows = await shop.query(
    `select ${COLUMNS} from shop_member where member_id in (${names.join(', ')})`,
    Object.fromEntries(memberIds.map((id, index) => [`m${index}`, id])),
  );
  return rows.map(toMember);
}

async function find(shop: Database, condition: string, value: string): Promise<Member | null> {
  const rows = await shop.query(`select ${COLUMNS} from shop_member where ${condition}`, { value });
  const row = rows[0];
  return row === undefined ? null : toMember(row);
}

const COLUMNS = 'member_id, display_name, password_hash, enabled';

function toMember(row: Row): Member {
  return {
    id: String(row.member_id),
    displayName: String(row.display_name ?? ''),
    passwordHash: String(row.password_hash),
    // A shop's flag may be a number, a boolean or text.
    enabled: ['1', 'true'].includes(String(row.enabled)),
  };
}
