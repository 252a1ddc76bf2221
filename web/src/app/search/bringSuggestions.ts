import type { ComponentType } from 'react';
import type { Stage } from '../../stage/createStage.ts';
import { withApollo } from '../../stage/withApollo.tsx';
import { Suggestions, type SuggestionsProps } from './Suggestions.tsx';

/** Loads the suggestions component and everything it needs. Throws if it cannot be loaded. */
export async function bringSuggestions(stage: Stage): Promise<ComponentType<SuggestionsProps>> {
  await stage.tools();
  return withApollo(Suggestions);
}
