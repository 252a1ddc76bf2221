import type { Context } from '@aws-appsync/utils';
import type { MailSettings } from './generated/schema.ts';
import { SELECT_MAIL_SETTINGS, toMailSettings } from './lib/mail/mailSettings.ts';
import { memberId } from './lib/request/identity.ts';
import { query } from './lib/sql/query.ts';
import { one } from './lib/sql/rows.ts';

export function request(ctx: Context) {
  return query([SELECT_MAIL_SETTINGS], { me: memberId(ctx) ?? '' });
}

export function response(ctx: Context): MailSettings {
  return toMailSettings(one(ctx));
}
