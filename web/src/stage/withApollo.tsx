import { ApolloProvider } from '@apollo/client/react';
import { type ComponentType, use } from 'react';
import { IntlProvider, useLocale } from 'use-intl/react';
import { useStage, useStageState } from './StageContext.ts';

/** Wraps a component in the API client and all messages; suspends until they have loaded. */
export function withApollo<Props extends object>(Inner: ComponentType<Props>) {
  return function WithApollo(props: Props) {
    const stage = useStage();
    const locale = useLocale();
    const { client, messages } = useStageState().tools ?? use(stage.tools());
    return (
      <IntlProvider locale={locale} messages={messages} timeZone="Asia/Tokyo">
        <ApolloProvider client={client}>
          <Inner {...props} />
        </ApolloProvider>
      </IntlProvider>
    );
  };
}
