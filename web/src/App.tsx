import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { BrowserRouter } from 'react-router';
import { IntlProvider } from 'use-intl/react';
import type { Session } from './auth/createSession.ts';
import { SessionContext } from './auth/SessionContext.ts';
import { FeedbackProvider } from './features/feedback/FeedbackProvider.tsx';
import { Shell } from './features/shell/Shell.tsx';
import type { Live } from './live/createLive.ts';
import { LiveContext } from './live/LiveContext.ts';
import { basenameOf, type Language } from './messages/language.ts';
import type { Messages } from './messages/loadMessages.ts';

export interface AppProps {
  language: Language;
  messages: Messages;
  session: Session;
  client: ApolloClient;
  live: Live;
}

export function App({ language, messages, session, client, live }: AppProps) {
  return (
    <IntlProvider locale={language} messages={messages} timeZone="Asia/Tokyo">
      <ApolloProvider client={client}>
        <SessionContext value={session}>
          <LiveContext value={live}>
            <BrowserRouter basename={basenameOf(language)}>
              <FeedbackProvider>
                <Shell />
              </FeedbackProvider>
            </BrowserRouter>
          </LiveContext>
        </SessionContext>
      </ApolloProvider>
    </IntlProvider>
  );
}
