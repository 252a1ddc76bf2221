import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { disableFragmentWarnings } from '@apollo/client';
import { generate, loadCodegenConfig } from '@graphql-codegen/cli';
import { GraphQLError, parse, Source } from 'graphql';

/**
 * Generates what codegen.yml specifies for the saved documents and all others. Returns the names of
 * the changed files; throws a one-line error that says where a document is wrong.
 */
export type Codegen = (saved: string[]) => Promise<string[]>;

interface Generated {
  filename: string;
  content: string;
}

/**
 * Prepares the generator once, which takes much longer than running it. File names are relative to
 * `root`.
 */
export async function createCodegen(root: string): Promise<Codegen> {
  // It reads each fragment again in each run.
  disableFragmentWarnings();
  const { config } = await loadCodegenConfig({ configFilePath: join(root, 'codegen.yml') });
  return async (saved) => {
    for (const file of saved) checkSyntax(root, file);
    const files: Generated[] = await generate({ ...config, cwd: root, silent: true }, false).catch(
      (error: Error) => {
        throw new Error(describeInvalid(error.message, root));
      },
    );
    const changed = files.filter(
      ({ filename, content }) => readFileSync(join(root, filename), 'utf8') !== content,
    );
    for (const { filename, content } of changed) writeFileSync(join(root, filename), content);
    return changed.map(({ filename }) => filename);
  };
}

/** The generator does not name the file in which it cannot parse a document. */
function checkSyntax(root: string, file: string): void {
  const path = join(root, file);
  if (!existsSync(path)) return;
  try {
    parse(new Source(readFileSync(path, 'utf8'), file));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [{ line, column } = { line: 1, column: 1 }] = error.locations ?? [];
    throw new Error(`${file}:${line}:${column}: ${error.message}`);
  }
}

/** The generator lists errors as `Error 0: MESSAGE` with `at FILE:LINE:COLUMN` below. */
function describeInvalid(text: string, root: string): string {
  const [, message, place] = /Error 0: (.*)\s+at (\S+)/.exec(text) ?? [];
  return message === undefined || place === undefined
    ? text
    : `${relative(root, place)}: ${message}`;
}
