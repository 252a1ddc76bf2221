import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createApiClient } from './api/createApiClient.ts';
import { resetWhenMemberChanges } from './api/resetWhenMemberChanges.ts';
import { browserSession } from './auth/browserSession.ts';
import { loadConfig } from './config.ts';
import { StartFailed } from './features/shell/StartFailed.tsx';
import { createLive } from './live/createLive.ts';
import { createNews } from './live/createNews.ts';
import { followRememberedLanguage } from './messages/language.ts';
import { loadMessages } from './messages/loadMessages.ts';
import './styles/index.css';

const root = createRoot(document.getElementById('root') as HTMLElement);

async function start(): Promise<void> {
  const language = followRememberedLanguage();
  document.documentElement.lang = language;
  const [config, messages] = await Promise.all([loadConfig(), loadMessages(language)]);
  const session = browserSession();
  const client = createApiClient(config, session);
  // Before anyone else hears of it: a reset ends the requests that are under way.
  resetWhenMemberChanges(client, session);
  const live = createLive(client, session, createNews(config));
  live.start();
  root.render(
    <StrictMode>
      <App {...{ language, messages, session, client, live }} />
    </StrictMode>,
  );
}

start().catch((error: unknown) => {
  console.error(error);
  root.render(<StartFailed />);
});
