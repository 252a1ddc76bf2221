/** One SQL statement with its named parameters in the order of their places. */
export interface PreparedSql {
  /** The statement with `?` in each place. */
  sql: string;
  names: string[];
}

/** Text that cannot be run as one statement; the message is for the caller. */
export class SqlTextError extends Error {
  override name = 'SqlTextError';
}

/*
 * In this order: comments, then quoted text and names (a quote is doubled or escaped inside), then
 * what matters: a parameter, an assignment that looks like one, a bare `?`, the end of a statement.
 */
const token =
  /--(?=[\s]|$)[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"|`(?:[^`]|``)*`|::|:=|:([A-Za-z_][A-Za-z0-9_]*)|\?|;|['"`]|\/\*/g;

/**
 * Replaces `:name` by `?` outside strings, quoted names and comments. Refuses a second statement,
 * `?` (the Data API has named parameters only) and text that is not closed.
 */
export function readSql(text: string): PreparedSql {
  const names: string[] = [];
  let sql = '';
  let end = 0;
  let ended = false;
  const plain = (part: string) => {
    if (ended && part.trim() !== '') throw new SqlTextError('Multistatements are not supported');
    sql += part;
  };
  for (const match of text.matchAll(token)) {
    const [found, name] = match;
    plain(text.slice(end, match.index));
    end = match.index + found.length;
    if (isComment(found)) {
      sql += found;
    } else if (found === ';') {
      ended = true;
    } else if (name !== undefined) {
      plain('?');
      names.push(name);
    } else if (found === '?') {
      throw new SqlTextError('Positional parameters (?) are not supported, use named ones (:name)');
    } else if (found === '/*' || found === "'" || found === '"' || found === '`') {
      throw new SqlTextError(`The SQL text has a ${found} at ${match.index} that is not closed`);
    } else {
      plain(found);
    }
  }
  plain(text.slice(end));
  if (sql.trim() === '') throw new SqlTextError('The SQL text is empty');
  return { sql, names };
}

function isComment(found: string): boolean {
  return (
    found.startsWith('--') || found.startsWith('#') || (found.startsWith('/*') && found !== '/*')
  );
}
