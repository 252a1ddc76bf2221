import type { MailSettings } from '../../generated/schema.ts';
import type { Row } from '../sql/rows.ts';
import { instant } from '../sql/values.ts';

/** Reads the settings of the member `:me`. */
export const SELECT_MAIL_SETTINGS =
  'select m.language, m.mail_stopped_at from member_setting m where m.member_id = :me';

/** The settings of a row; the defaults if there is none. */
export function toMailSettings(row: Row | null): MailSettings {
  return {
    language: row?.language === 'en' ? 'EN' : 'JA',
    stoppedAt: instant(row?.mail_stopped_at),
  };
}
