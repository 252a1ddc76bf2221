import { type ComponentType, use } from 'react';
import { IntlProvider, useLocale } from 'use-intl/react';
import { loadAllMessages } from '../lib/messages/loadMessages.ts';

/** The component with all messages around it, and nothing else that is still on its way. */
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
