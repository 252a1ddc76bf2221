import type { Reloaded } from '../../../lib/reloaded.ts';
import type { Resource } from '../../../lib/resource.ts';
import type { Code, Sandbox } from '../code/sandbox.ts';
import { type ReadAsset, readCode } from './readCode.ts';

/** The code of a resolver or function as it runs now. */
export interface LoadedCode {
  name: string;
  code: Code;
  text: string;
  read(): Promise<[text: string, file: string]>;
}

export interface CodeLoading {
  readAsset: ReadAsset;
  sandbox: Sandbox;
  /** Every code that was loaded is added here. */
  codes: LoadedCode[];
}

/** Loads the code of a resolver or function. Throws an error that names what AppSync would refuse. */
export async function loadCode(
  resource: Resource,
  name: string,
  { readAsset, sandbox, codes }: CodeLoading,
): Promise<Code> {
  const read = () => readCode(resource, name, readAsset);
  const [text, file] = await read();
  const code = sandbox.load(text, file);
  codes.push({ name, code, text, read });
  return code;
}

/** Reads every code again. New code answers from the next call of a handler on, unless it is refused. */
export async function reloadCode(codes: LoadedCode[], sandbox: Sandbox): Promise<Reloaded> {
  const reloaded: Reloaded = { changed: [], refused: [] };
  for (const one of codes) {
    const [text, file] = await one.read();
    if (text === one.text) continue;
    try {
      Object.assign(one.code, sandbox.load(text, file));
      one.text = text;
      reloaded.changed.push(one.name);
    } catch (error) {
      reloaded.refused.push((error as Error).message);
    }
  }
  return reloaded;
}
