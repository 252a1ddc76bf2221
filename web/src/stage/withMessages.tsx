import { type ComponentType, use } from 'react';
import { IntlProvider, useLocale } from 'use-intl/react';
import { loadAllMessages } from '../lib/messages/loadMessages.ts';

/** Wraps a component in all messages, without anything else that may still be loading. */
export function withMessages<Props extends object>(Inner: ComponentType<Props>) {
  return function WithMessages(props: Props) {
    const locale = useLocale();
    const messages = use(loadAllMessages(locale));
    return (
      <IntlProvider locale={locale} messages={messages} timeZone="Asia/Tokyo">
        <Inner {...props} />
      </IntlProvider>
    );
  };
}
