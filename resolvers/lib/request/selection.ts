import type { Context } from '@aws-appsync/utils';

/** What can be told of the fields that a query selected below a place. */
export interface Selection {
  /** As AppSync lists them: an alias stands in place of the field behind it. */
  names: string[];
  /** `seen` when the selection's text holds an alias, `perhaps` when it names a fragment, whose text AppSync does not give. */
  aliases: 'none' | 'perhaps' | 'seen';
}

/** The selection below `path`: `''` for the field itself, else like `edges/node/`. */
export function readSelection(ctx: Context, path: string): Selection {
  const { selectionSetList, selectionSetGraphQL } = ctx.info;
  const names = selectionSetList
    .filter((selected) => selected.startsWith(path))
    .map((selected) => selected.slice(path.length))
    .filter((name) => name !== '' && name.indexOf('/') < 0);
  if (selectionSetGraphQL.indexOf(':') >= 0) return { names, aliases: 'seen' };
  return { names, aliases: selectionSetGraphQL.indexOf('...') >= 0 ? 'perhaps' : 'none' };
}
