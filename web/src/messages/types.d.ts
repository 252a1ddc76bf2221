import type { OperatorMessages } from '../features/operator/messages/loadOperatorMessages.ts';
import type { Language } from './language.ts';
import type { Messages } from './loadMessages.ts';

declare module 'use-intl/core' {
  interface AppConfig {
    Locale: Language;
    /** The operator's words are there on the operator's pages alone. */
    Messages: Messages & { operator: OperatorMessages };
  }
}
