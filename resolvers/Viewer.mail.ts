import type { Context } from '@aws-appsync/utils';
import type { MailSettings } from './generated/schema.ts';
import { memberId } from './lib/identity.ts';
import { SELECT_MAIL_SETTINGS, toMailSettings } from './lib/mailSettings.ts';
import { query } from './lib/query.ts';
import { one } from './lib/rows.ts';

export function request(ctx: Context) {
  return query([SELECT_MAIL_SETTINGS], { me: memberId(ctx) ?? '' });
}

export function response(ctx: Context): MailSettings {
  return toMailSettings(one(ctx));
}
