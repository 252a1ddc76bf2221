import { use } from 'react';
import { Route, Routes } from 'react-router';
import { IntlProvider, useLocale, useMessages } from 'use-intl/react';
import NotFoundPage from '../../parts/page/NotFoundPage.tsx';
import { ExecutionsPage } from './executions/ExecutionsPage.tsx';
import { JoinsPage } from './joins/JoinsPage.tsx';
import { MailPage } from './mails/MailPage.tsx';
import { MailsPage } from './mails/MailsPage.tsx';
import { loadOperatorMessages } from './messages/loadOperatorMessages.ts';
import { OperatorGate } from './OperatorGate.tsx';
import { OverviewPage } from './overview/OverviewPage.tsx';
import { RunPage } from './run/RunPage.tsx';
import { RunsPage } from './runs/RunsPage.tsx';
import './operator.css';
import './answers.css';
import './tables.css';
import './run/run.css';

/** The operator's pages, with their own messages. */
export default function OperatorPages() {
  const locale = useLocale();
  const messages = useMessages();
  const operator = use(loadOperatorMessages(locale));
  return (
    <IntlProvider locale={locale} messages={{ ...messages, operator }} timeZone="Asia/Tokyo">
      <OperatorGate>
        <Routes>
          <Route index element={<OverviewPage />} />
          <Route path="runs" element={<RunsPage />} />
          <Route path="runs/:id" element={<RunPage />} />
          <Route path="mails" element={<MailsPage />} />
          <Route path="mails/:id" element={<MailPage />} />
          <Route path="joins" element={<JoinsPage />} />
          <Route path="executions" element={<ExecutionsPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </OperatorGate>
    </IntlProvider>
  );
}
