import { readTokens, UnclosedToken } from '../database/tokens.ts';
import { findUnportable } from '../database/unportable.ts';
import { badRequest, databaseError, validation } from './errors.ts';

/** One SQL statement with its named parameters in placeholder order. */
export interface PreparedSql {
  /** The statement with `?` as placeholder. */
  sql: string;
  names: string[];
  /** Whether it changes the session: a variable, a lock, a transaction or the default database. */
  changesSession: boolean;
}

/** API_ExecuteStatement, "sql": at most 65,536 characters. */
const longestSql = 65_536;

/**
 * Replaces `:name` by `?` outside strings, quoted names and comments. Throws AwsError for a second
 * statement, `?` (the Data API has named parameters only), unterminated text, and syntax that
 * Aurora MySQL and MariaDB do not share.
 */
export function readSql(text: string): PreparedSql {
  if (text.length > longestSql) {
    throw validation(
      `The SQL text has ${text.length} characters, at most ${longestSql} are allowed`,
    );
  }
  const prepared = replaceParameters(text);
  refuseUnportable(text);
  return prepared;
}

function replaceParameters(text: string): PreparedSql {
  const names: string[] = [];
  let sql = '';
  let bare = '';
  let ended = false;
  for (const token of tokensOf(text)) {
    if (token.kind === 'comment' || token.kind === 'space') {
      sql += token.text;
      bare += ' ';
      continue;
    }
    // API guide, "Comparing Amazon RDS Data API behaviors": class and text.
    if (ended && token.text !== ';') throw validation("Multistatements aren't supported.");
    if (token.text === ';') {
      ended = true;
    } else if (token.kind === 'parameter') {
      sql += '?';
      names.push(token.text.slice(1));
    } else if (token.text === '?') {
      throw badRequest('Positional parameters (?) are not supported, use named ones (:name)');
    } else {
      sql += token.text;
      bare += token.kind === 'string' || token.kind === 'name' ? '_' : token.text;
    }
  }
  if (bare.trim() === '') throw badRequest('The SQL text is empty');
  return { sql, names, changesSession: changing.test(bare) };
}

const changing =
  /^[\s(]*(set|use|begin|start|lock|xa|prepare|handler|call)\b|:=|\binto\s+@|\bget_lock\s*\(|\btemporary\b/i;

function tokensOf(text: string) {
  try {
    return readTokens(text);
  } catch (error) {
    if (error instanceof UnclosedToken) throw badRequest(error.message);
    throw error;
  }
}

function refuseUnportable(text: string): void {
  const [found] = findUnportable(text);
  if (found === undefined) return;
  const { side, construct, index } = found;
  const place = `${construct} at ${index}`;
  if (side === 'mariadb') {
    const message = `You have an error in your SQL syntax; ${place} exists in MariaDB alone, not in Aurora MySQL`;
    throw databaseError(message, 1064, '42000');
  }
  throw badRequest(
    side === 'mysql'
      ? `${place} is not emulated: MariaDB, which stands in for Aurora MySQL here, does not have it`
      : `${place} is not emulated: MariaDB, which stands in for Aurora MySQL here, takes it and answers NULL`,
  );
}
