import { BrowserRouter } from 'react-router';
import { IntlProvider } from 'use-intl/react';
import type { Language } from '../../../domain/language/language.ts';
import { basenameOf } from '../lib/messages/language.ts';
import type { Messages } from '../lib/messages/loadMessages.ts';
import type { Session } from '../lib/session/createSession.ts';
import { SessionContext } from '../lib/session/SessionContext.ts';
import { FeedbackProvider } from '../parts/feedback/FeedbackProvider.tsx';
import type { Stage } from '../stage/createStage.ts';
import { StageContext } from '../stage/StageContext.ts';
import { LiveProvider } from './LiveProvider.tsx';
import { Shell } from './shell/Shell.tsx';

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
