import type { Reloaded } from '../../../lib/reloaded.ts';
import type { Resource } from '../../../lib/resource.ts';
import type { Code, Sandbox } from '../code/sandbox.ts';
import { type ReadAsset, readCode } from './readCode.ts';

/** The current code of a resolver or function. */
export interface LoadedCode {
  name: string;
  code: Code;
  text: string;
  read(): Promise<[text: string, file: string]>;
}

export interface CodeLoading {
  readAsset: ReadAsset;
  sandbox: Sandbox;
  /** All loaded code is added here. */
  codes: LoadedCode[];
}

/** Loads the code of a resolver or function. Throws an error naming what AppSync would reject. */
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

/** Reloads all code. New code runs from the next handler call on, unless it is rejected. */
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
