import { BrowserRouter } from 'react-router';
import { IntlProvider } from 'use-intl/react';
import type { Session } from './auth/createSession.ts';
import { SessionContext } from './auth/SessionContext.ts';
import { FeedbackProvider } from './features/feedback/FeedbackProvider.tsx';
import { Shell } from './features/shell/Shell.tsx';
import { basenameOf, type Language } from './messages/language.ts';
import type { Messages } from './messages/loadMessages.ts';
import type { Stage } from './stage/createStage.ts';
import { LiveProvider } from './stage/LiveProvider.tsx';
import { StageContext } from './stage/StageContext.ts';

export interface AppProps {
  language: Language;
  messages: Messages;
  session: Session;
  stage: Stage;
}

export function App({ language, messages, session, stage }: AppProps) {
  return (
    <IntlProvider locale={language} messages={messages} timeZone="Asia/Tokyo">
      <StageContext value={stage}>
        <SessionContext value={session}>
          <LiveProvider>
            <BrowserRouter basename={basenameOf(language)}>
              <FeedbackProvider>
                <Shell />
              </FeedbackProvider>
            </BrowserRouter>
          </LiveProvider>
        </SessionContext>
      </StageContext>
    </IntlProvider>
  );
}
