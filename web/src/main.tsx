import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { StartFailed } from './app/failure/StartFailed.tsx';
import { carryOver } from './app/start/carryOver.ts';
import { early, messages as firstMessages, language, page } from './app/start/early.ts';
import { asksNothing, isLight } from './app/start/loadPage.ts';
import { whenQuiet } from './app/start/whenQuiet.ts';
import { loadConfig } from './lib/config.ts';
import { loadAllMessages } from './lib/messages/loadMessages.ts';
import { browserSession } from './lib/session/browserSession.ts';
import { createStage } from './stage/createStage.ts';
import './app/styles/index.css';

const container = document.getElementById('root') as HTMLElement;
const root = createRoot(container);
carryOver(container);

async function start(): Promise<void> {
  document.documentElement.lang = language;
  const [config, messages] = await Promise.all([loadConfig(), firstMessages, page]);
  const session = browserSession();
  const stage = createStage(async () => {
    const [{ makeTools }, all, known] = await Promise.all([
      import('./app/start/makeTools.ts'),
      loadAllMessages(language),
      early,
    ]);
    const tools = await makeTools(config, session, known);
    return { ...tools, messages: all };
  });
  const bring = () => void stage.tools().catch(console.error);
  early.then((answer) => {
    if (answer) stage.show(answer);
    if (isLight && (answer || asksNothing)) whenQuiet(stage.shown, bring);
    else bring();
  });
  // Retries what failed to load without a connection.
  addEventListener('online', bring);
  whenQuiet(stage.shown, () => {
    import('./app/offline/registerOfflinePage.ts')
      .then(({ registerOfflinePage }) => registerOfflinePage())
      .catch(console.info);
  });
  // In small steps: a phone that renders everything at once does not respond meanwhile.
  startTransition(() =>
    root.render(
      <StrictMode>
        <App {...{ language, messages, session, stage }} />
      </StrictMode>,
    ),
  );
}

start().catch((error: unknown) => {
  console.error(error);
  root.render(<StartFailed />);
});
