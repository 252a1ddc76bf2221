import { randomUUID } from 'node:crypto';
import { createConnection, type ResultSetHeader } from 'mysql2/promise';
import { afterAll, beforeAll } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { bcryptOf } from '../../database/auth/privateSignIn.ts';

/** A member of the shared stack’s shop whom no other test uses. */
export interface ShopMember {
  id: string;
  login: string;
  password: string;
  /** Changes the password as the shop’s own application does. */
  changesPassword(): Promise<void>;
  /** Removes the member from the shop. */
  leaves(): Promise<void>;
}

/**
 * Members of the shared stack’s shop for the tests of one file, written as the shop writes them.
 */
export function membersOfTheShop() {
  let connection: Awaited<ReturnType<typeof createConnection>>;
  beforeAll(async () => {
    const { socketPath, user, database } = testStack().shop;
    connection = await createConnection({ socketPath, user, database, timezone: 'Z' });
  });
  afterAll(() => connection.end());
  return async (): Promise<ShopMember> => {
    const login = `member-${randomUUID()}`;
    const password = randomUUID();
    const [{ insertId }] = await connection.query<ResultSetHeader>(
      'insert into customers (login_name, password, mail_address, nickname) values (?, ?, ?, ?)',
      [login, bcryptOf(password), `${login}@reader.example`, '本好き'],
    );
    const set = (column: 'password' | 'withdrawn_on', value: string) =>
      connection.query(`update customers set ${column} = ? where customer_no = ?`, [
        value,
        insertId,
      ]);
    return {
      id: String(insertId),
      login,
      password,
      changesPassword: async () => {
        await set('password', bcryptOf(randomUUID()));
      },
      leaves: async () => {
        await set('withdrawn_on', '2026-11-26');
      },
    };
  };
}

/**
 * Lets five minutes pass for a member’s sessions, so that the next review asks the shop about them.
 */
export async function theShopIsDue(memberId: string): Promise<void> {
  await openStackDatabase(testStack()).execute(
    `update member_session set check_at = utc_timestamp(6) - interval 1 second
     where member_id = :memberId and check_at is not null`,
    { memberId },
  );
}
