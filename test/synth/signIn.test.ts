import { describe, expect, it } from 'vitest';
import { weakFormats } from '../../services/auth/password/weakFormats.ts';
import { resources, templates } from './synthesize.ts';

const parameters = () => templates().service.toJSON().Parameters;
const signInVariables = () =>
  resources('AWS::Lambda::Function')
    .map(({ Properties }) => Properties.Environment?.Variables ?? {})
    .find(({ WEAK_PASSWORD_FORMATS }) => WEAK_PASSWORD_FORMATS !== undefined);

describe('The sign-in function', () => {
  it('parameters tell sign-in which weak formats to accept and how long a refusal takes', () => {
    expect(signInVariables()).toMatchObject({
      WEAK_PASSWORD_FORMATS: { Ref: 'WeakPasswordFormats' },
      REFUSAL_MS: { Ref: 'RefusalMilliseconds' },
    });
  });

  it("sign-in gets the encoder's secret if one is named, never as text in the template", () => {
    const [condition, reference, otherwise] = signInVariables().ENCODER_SECRET['Fn::If'];
    expect(templates().service.toJSON().Conditions[condition]).toEqual({
      'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'EncoderSecretArn' }, ''] }],
    });
    expect(reference).toEqual({
      'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'EncoderSecretArn' }, '}}']],
    });
    expect(otherwise).toBe('');
    expect(parameters().EncoderSecretArn.Default).toBe('');
  });

  it('sign-in has the concurrency that the deployment sets, and no limit if it sets none', () => {
    const { Properties } =
      resources('AWS::Lambda::Function').find(
        ({ Properties: found }) =>
          found.Environment?.Variables?.WEAK_PASSWORD_FORMATS !== undefined,
      ) ?? {};
    const [condition, most, otherwise] = Properties.ReservedConcurrentExecutions['Fn::If'];
    expect(templates().service.toJSON().Conditions[condition]).toEqual({
      'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'SignInConcurrency' }, ''] }],
    });
    expect(most).toEqual({ Ref: 'SignInConcurrency' });
    expect(otherwise).toEqual({ Ref: 'AWS::NoValue' });
    // A reservation fails in an account that has only ten to give, as new accounts do.
    expect(parameters().SignInConcurrency.Default).toBe('');
  });

  it('sign-in accepts no weak format unless the deployment names it', () => {
    expect(parameters().WeakPasswordFormats.Default).toBe('');
  });

  it('sign-in starts with every value that the weak-formats parameter accepts, and with no other', () => {
    const pattern = new RegExp(parameters().WeakPasswordFormats.AllowedPattern);
    for (const text of [
      '',
      'noop',
      'MD5, SHA-1',
      'SHA-256 ,noop,MD5',
      'md5',
      'MD5;SHA-1',
      'bcrypt',
      'MD5,SHA-512',
      'constructor',
    ]) {
      expect(pattern.test(text), text).toBe(weakFormats.safeParse(text).success);
    }
  });
});
