import type { Context } from '@aws-appsync/utils';
import type { MailSettings, MutationSetMailSettingsArgs } from './generated/schema.ts';
import { memberId } from './lib/identity.ts';
import { SELECT_MAIL_SETTINGS, toMailSettings } from './lib/mailSettings.ts';
import { query } from './lib/query.ts';
import { one } from './lib/rows.ts';

/** Empty values leave what is there; a stop keeps its first moment. */
const UPSERT = `insert into member_setting
  (member_id, language, mail_stopped_at, mail_stopped_by, updated_at)
values (:me, nullif(:language, ''), if(:mails = 'stop', utc_timestamp(6), null),
  if(:mails = 'stop', 'web', null), utc_timestamp(6))
on duplicate key update
  language = coalesce(nullif(:language, ''), language),
  mail_stopped_by = case :mails
    when 'stop' then if(mail_stopped_at is null, 'web', mail_stopped_by)
    when 'come' then null
    else mail_stopped_by end,
  mail_stopped_at = case :mails
    when 'stop' then coalesce(mail_stopped_at, utc_timestamp(6))
    when 'come' then null
    else mail_stopped_at end,
  updated_at = utc_timestamp(6)`;

export function request(ctx: Context<MutationSetMailSettingsArgs>) {
  const { language, stopped } = ctx.args.input;
  return query([UPSERT, SELECT_MAIL_SETTINGS], {
    me: memberId(ctx) ?? '',
    language: (language ?? '').toLowerCase(),
    mails: wish(stopped),
  });
}

export function response(ctx: Context): MailSettings {
  return toMailSettings(one(ctx, 1));
}

function wish(stopped: boolean | null | undefined): string {
  if (stopped === null || stopped === undefined) return '';
  return stopped ? 'stop' : 'come';
}
