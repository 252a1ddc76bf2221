import type { Context } from '@aws-appsync/utils';

/** What is known about the fields that a query selects below a path. */
export interface Selection {
  /** As AppSync lists them: an alias replaces its field's name. */
  names: string[];
  /**
   * `seen` if the selection's text contains an alias, `perhaps` if it names a fragment, whose text
   * AppSync does not provide.
   */
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
