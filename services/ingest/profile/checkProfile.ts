import { z } from 'zod';
import { FIELD_RULES } from './fieldRules.ts';
import { type Column, type Profile, profileSchema } from './profile.ts';

/** A contradictory profile. The message names the file and every fault. */
export class ProfileFaulty extends Error {
  override name = 'ProfileFaulty';
}

/**
 * Validates a profile's JSON. Throws `ProfileFaulty`.
 *
 * @param file the name for messages; without `.json` it must be the profile's name
 */
export function checkProfile(file: string, definition: unknown): Profile {
  const result = profileSchema.safeParse(definition);
  if (!result.success) throw new ProfileFaulty(`${file}: ${z.prettifyError(result.error)}`);
  const profile = result.data;
  const faults = [
    ...(`${profile.name}.json` === file
      ? []
      : [`name is ${profile.name}; expected the file's name`]),
    ...findDoubledNames(profile),
    ...profile.columns.flatMap((column) => findColumnFaults(column)),
    ...findKeyFaults(profile),
    ...findPatternFaults(profile),
  ];
  if (faults.length > 0) throw new ProfileFaulty(`${file}: ${faults.join('; ')}`);
  return profile;
}

function findDoubledNames({ columns }: Profile): string[] {
  const names = columns.flatMap(({ name, aliases }) => [name, ...aliases]);
  const doubled = names.filter((name, index) => names.indexOf(name) !== index);
  return [...new Set(doubled)].map((name) => `two columns are named ${name}`);
}

function findColumnFaults(column: Column): string[] {
  const { name, kind, choices, onixFormat, field, maxLength } = column;
  const rule = FIELD_RULES[field];
  const faults: string[] = [];
  if (rule.kinds !== 'any' && !rule.kinds.includes(kind)) {
    faults.push(`field ${field} is of kind ${kind}; expected ${rule.kinds.join(' or ')}`);
  }
  if (rule.most !== undefined && maxLength > rule.most) {
    faults.push(`maxLength is ${maxLength}; ${field} stores at most ${rule.most}`);
  }
  if ((kind === 'choice') !== (choices !== undefined)) {
    faults.push('choices belong to kind choice, and kind choice needs them');
  }
  for (const value of new Set(Object.values(choices ?? {}))) {
    if (rule.values !== undefined && !rule.values.includes(value)) {
      faults.push(`a choice stands for ${value}; expected ${rule.values.join(', ')}`);
    }
  }
  if (onixFormat !== undefined && kind !== 'release') {
    faults.push('onixFormat belongs to kind release');
  }
  return faults.map((fault) => `column ${name}: ${fault}`);
}

function findKeyFaults(profile: Profile): string[] {
  const fields = new Set(profile.columns.map(({ field }) => field));
  const faults: string[] = [];
  if (profile.key === 'record-id' && !fields.has('recordId')) {
    faults.push('key record-id needs a column with field recordId');
  }
  if (!fields.has('title')) faults.push('no column has field title');
  if (!fields.has('release')) faults.push('no column has field release');
  if (!fields.has('action') && profile.defaultAction === undefined) {
    faults.push('a profile without a column with field action needs a defaultAction');
  }
  if (profile.updatedAt === 'column' && !fields.has('updatedAt')) {
    faults.push('updatedAt column needs a column with field updatedAt');
  }
  for (const [action, needed] of Object.entries(profile.needs)) {
    for (const field of needed.filter((each) => !fields.has(each))) {
      faults.push(`${action} needs ${field}, which no column has`);
    }
  }
  const keyed = profile.key === 'record-id' ? ('recordId' as const) : ('title' as const);
  if (!profile.needs.UPSERT.includes(keyed)) faults.push(`UPSERT must need ${keyed}, its key`);
  return faults;
}

function findPatternFaults({ baseDate, fullFile }: Profile): string[] {
  const faults: string[] = [];
  if (!isPattern(baseDate) || !baseDate.includes('(?<date>')) {
    faults.push('baseDate must be a regular expression with the group date');
  }
  if (fullFile !== null && !isPattern(fullFile)) {
    faults.push('fullFile must be a regular expression');
  }
  return faults;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
