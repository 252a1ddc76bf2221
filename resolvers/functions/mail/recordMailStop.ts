import type { Context } from '@aws-appsync/utils';
import type { MailSettings, MutationSetMailSettingsArgs } from '../../generated/schema.ts';
import { SELECT_MAIL_SETTINGS, toMailSettings } from '../../lib/mail/mailSettings.ts';
import { memberId } from '../../lib/request/identity.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';

/**
 * Recorded after mails are stopped: if this fails no mail is sent anyway, and a second request
 * records it.
 */
const RECORD_STOP = `insert into mail_stop (member_id, stopped_at, stopped_by)
select m.member_id, m.mail_stopped_at, m.mail_stopped_by from member_setting m
where m.member_id = :me and m.mail_stopped_at is not null
on duplicate key update mail_stop.stopped_by = mail_stop.stopped_by`;

export function request(ctx: Context<MutationSetMailSettingsArgs>) {
  return query([RECORD_STOP, SELECT_MAIL_SETTINGS], { me: memberId(ctx) ?? '' });
}

export function response(ctx: Context): MailSettings {
  return toMailSettings(one(ctx, 1));
}
