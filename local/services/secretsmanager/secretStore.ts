import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { NotEmulated } from '../../lib/refuse.ts';
import type { Json } from '../../lib/resource.ts';

/** The generator settings of `AWS::SecretsManager::Secret`. */
export interface GenerateSecretString {
  PasswordLength?: number;
  ExcludeCharacters?: string;
  ExcludeLowercase?: boolean;
  ExcludeUppercase?: boolean;
  ExcludeNumbers?: boolean;
  ExcludePunctuation?: boolean;
  IncludeSpace?: boolean;
  RequireEachIncludedType?: boolean;
  SecretStringTemplate?: string;
  GenerateStringKey?: string;
}

/** Secrets that are generated once and kept, readable only by their owner. */
export interface SecretStore {
  /** Returns the value stored under `id`, creating it with `make` if there is none. */
  keep(id: string, make: () => string): string;
  /** Returns the value of a `{{resolve:secretsmanager:…}}` reference. */
  resolve(reference: string): string;
}

/** Opens the secrets in `file`, which need not exist yet. */
export function openSecretStore(file: string): SecretStore {
  const values: { [id: string]: string } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {};
  return {
    keep(id, make) {
      const kept = values[id];
      if (kept !== undefined) return kept;
      const value = make();
      values[id] = value;
      writeFileSync(`${file}.new`, `${JSON.stringify(values, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
      return value;
    },
    resolve(reference) {
      const { id, jsonKey } = parseReference(reference);
      const value = values[id];
      if (value === undefined) throw new Error(`${reference}: there is no secret ${id}`);
      if (jsonKey === '') return value;
      const field = (JSON.parse(value) as { [key: string]: Json })[jsonKey];
      if (typeof field !== 'string') throw new Error(`${reference}: the secret has no ${jsonKey}`);
      return field;
    },
  };
}

/** Parses `{{resolve:secretsmanager:<id or ARN>:SecretString:<key>:<stage>:<version>}}`. */
function parseReference(reference: string): { id: string; jsonKey: string } {
  const match =
    /^\{\{resolve:secretsmanager:(.+?)(?::SecretString:([^:]*)(?::[^:]*){0,2})?\}\}$/.exec(
      reference,
    );
  if (match?.[1] === undefined) {
    throw new NotEmulated(`${reference}: only secretsmanager references are emulated`);
  }
  return { id: match[1], jsonKey: match[2] ?? '' };
}

/** Generates a value as Secrets Manager does: a password, alone or inside the template's JSON. */
export function generateSecret(rule: GenerateSecretString): string {
  const password = generatePassword(rule);
  if (rule.GenerateStringKey === undefined) return password;
  const template = JSON.parse(rule.SecretStringTemplate ?? '{}');
  return JSON.stringify({ ...template, [rule.GenerateStringKey]: password });
}

function generatePassword(rule: GenerateSecretString): string {
  const excluded = new Set(rule.ExcludeCharacters ?? '');
  const alphabets = [
    rule.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    rule.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    rule.ExcludeNumbers ? '' : '0123456789',
    rule.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    rule.IncludeSpace ? ' ' : '',
  ]
    .map((alphabet) => [...alphabet].filter((character) => !excluded.has(character)).join(''))
    .filter((alphabet) => alphabet !== '');
  const all = alphabets.join('');
  if (all === '') throw new Error('The secret excludes every possible character');
  const required = rule.RequireEachIncludedType === false ? [] : alphabets.map(pick);
  const rest = Array.from({ length: (rule.PasswordLength ?? 32) - required.length }, () =>
    pick(all),
  );
  return shuffle([...required, ...rest]).join('');
}

function pick(alphabet: string): string {
  return alphabet.charAt(randomInt(alphabet.length));
}

function shuffle(characters: string[]): string[] {
  return characters
    .map((character) => ({ character, order: randomInt(2 ** 40) }))
    .sort((a, b) => a.order - b.order)
    .map(({ character }) => character);
}
