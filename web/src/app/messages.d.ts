import type { Language } from '../../../domain/language/language.ts';
import type { Messages } from '../lib/messages/loadMessages.ts';
import type { OperatorMessages } from '../pages/operator/messages/loadOperatorMessages.ts';

declare module 'use-intl/core' {
  interface AppConfig {
    Locale: Language;
    /** The operator's messages are loaded only on operator pages. */
    Messages: Messages & { operator: OperatorMessages };
  }
}
