import type { Language } from './language.ts';
import type { Messages } from './loadMessages.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}
