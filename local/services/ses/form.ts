import { AwsError } from '../protocol/awsError.ts';
import { checkTag } from './tags.ts';

/** A call in the AWS Query protocol: `Action` and its parameters. */
export type Form = URLSearchParams;

/** The values of a list, `Name.member.1`, `Name.member.2`, …, in order. */
export function listOf(form: Form, name: string): string[] {
  const values: string[] = [];
  for (let i = 1; form.has(`${name}.member.${i}`); i += 1) {
    values.push(form.get(`${name}.member.${i}`) ?? '');
  }
  return values;
}

/**
 * A list of tags, `<list>.member.N.Name` and `.Value`. Rejects names and values that SES would
 * reject.
 */
export function tagsOf(form: Form, list = 'Tags'): { [name: string]: string } {
  const tags: { [name: string]: string } = {};
  for (let i = 1; form.has(`${list}.member.${i}.Name`); i += 1) {
    const name = form.get(`${list}.member.${i}.Name`) ?? '';
    const value = form.get(`${list}.member.${i}.Value`) ?? '';
    checkTag(name, value);
    tags[name] = value;
  }
  return tags;
}

/** A parameter that must be present and not empty. */
export function required(form: Form, name: string): string {
  const value = form.get(name);
  if (value) return value;
  throw new AwsError('ValidationError', `${name} is missing`);
}

/** Rejects parameters of the call that are not emulated, naming them. */
export function refuseOthers(form: Form, known: RegExp): void {
  for (const name of form.keys()) {
    if (/^(Action|Version)$/.test(name) || known.test(name)) continue;
    const message = `${form.get('Action')} with ${name} is not emulated on this machine`;
    throw new AwsError('InvalidParameterValue', message);
  }
}
