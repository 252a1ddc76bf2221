import type { ComponentType } from 'react';
import type { Stage } from '../../stage/createStage.ts';
import { withApollo } from '../../stage/withApollo.tsx';
import { Suggestions, type SuggestionsProps } from './Suggestions.tsx';

/** What suggests, when all that it needs is there. Throws where it cannot be had. */
export async function bringSuggestions(stage: Stage): Promise<ComponentType<SuggestionsProps>> {
  await stage.tools();
  return withApollo(Suggestions);
}
