import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from 'bcryptjs';
import { createConnection } from 'mysql2/promise';
import { splitStatements } from '../../db/splitStatements.ts';
import { root } from '../root.ts';
import { demoMembers, demoOperator, type ShopMember } from './members.ts';

/** How the shop's own application reaches its database. */
export interface ShopDatabase {
  socketPath: string;
  user: string;
  password?: string;
  database: string;
}

/** Makes the sample shop's tables, views and members where they are missing; harmless when repeated. */
export async function prepareShop(shop: ShopDatabase): Promise<void> {
  const connection = await createConnection({ ...shop, charset: 'utf8mb4' });
  try {
    for (const file of ['sample.sql', 'views.sql']) {
      const sql = readFileSync(join(root, 'db', 'shop', file), 'utf8');
      for (const statement of splitStatements(sql)) await connection.query(statement);
    }
    for (const member of [...demoMembers, demoOperator]) await addMember(member);
  } finally {
    await connection.end();
  }

  async function addMember(member: ShopMember): Promise<void> {
    const [found] = await connection.query('select 1 from customers where customer_no = ?', [
      member.id,
    ]);
    if (Array.isArray(found) && found.length > 0) return;
    // Spring Security's delegating format, as the Java shop stores it.
    const password = `{bcrypt}${await hash(member.password, 10)}`;
    await connection.execute(
      'insert into customers (customer_no, login_name, password, mail_address, nickname) values (?, ?, ?, ?, ?)',
      [member.id, member.login, password, member.email, member.name],
    );
  }
}
