import type { Context } from '@aws-appsync/utils';
import type { MutationSetMailSettingsArgs } from '../../generated/schema.ts';
import { memberId } from '../../lib/request/identity.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';

/** Recorded before mails resume: none is sent without a record of why it may be. */
const RECORD_RESUMING = `update mail_stop set resumed_at = utc_timestamp(6), resumed_by = 'web'
where member_id = :me and resumed_at is null and :mails = 'come'`;

/**
 * Empty values change nothing; a stop keeps its first time. Mails stopped by a mail's link and then
 * also on the web can only be resumed on the web.
 */
const UPSERT = `insert into member_setting
  (member_id, language, mail_stopped_at, mail_stopped_by, updated_at)
values (:me, nullif(:language, ''), if(:mails = 'stop', utc_timestamp(6), null),
  if(:mails = 'stop', 'web', null), utc_timestamp(6))
on duplicate key update
  language = coalesce(nullif(:language, ''), language),
  mail_stopped_by = case :mails
    when 'stop' then 'web'
    when 'come' then null
    else mail_stopped_by end,
  mail_stopped_at = case :mails
    when 'stop' then coalesce(mail_stopped_at, utc_timestamp(6))
    when 'come' then null
    else mail_stopped_at end,
  updated_at = utc_timestamp(6)`;

export function request(ctx: Context<MutationSetMailSettingsArgs>) {
  const { language, stopped } = ctx.args.input;
  return query([RECORD_RESUMING, UPSERT], {
    me: memberId(ctx) ?? '',
    language: (language ?? '').toLowerCase(),
    mails: wish(stopped),
  });
}

export function response(ctx: Context) {
  return passOn(ctx);
}

function wish(stopped: boolean | null | undefined): string {
  if (stopped === null || stopped === undefined) return '';
  return stopped ? 'stop' : 'come';
}
