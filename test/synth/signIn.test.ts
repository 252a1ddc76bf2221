import { describe, expect, it } from 'vitest';
import { weakFormats } from '../../services/auth/password/weakFormats.ts';
import { resources, templates } from './synthesize.ts';

const parameters = () => templates().service.toJSON().Parameters;
const signInVariables = () =>
  resources('AWS::Lambda::Function')
    .map(({ Properties }) => Properties.Environment?.Variables ?? {})
    .find(({ WEAK_PASSWORD_FORMATS }) => WEAK_PASSWORD_FORMATS !== undefined);

describe('the sign-in function', () => {
  it('is told by parameters which weak formats it takes, and how long a refusal waits', () => {
    expect(signInVariables()).toMatchObject({
      WEAK_PASSWORD_FORMATS: { Ref: 'WeakPasswordFormats' },
      REFUSAL_MS: { Ref: 'RefusalMilliseconds' },
    });
  });

  it("gets the encoder's secret where one is named, and never as a text of the template", () => {
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

  it('runs as often at once as the deployment says, and is not bounded where it says nothing', () => {
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
    // A reservation fails where the account has only ten to give, as a new one has.
    expect(parameters().SignInConcurrency.Default).toBe('');
  });

  it('takes no weak format unless the deployment names it', () => {
    expect(parameters().WeakPasswordFormats.Default).toBe('');
  });

  it('starts with whatever the parameter of weak formats lets in, and with nothing else', () => {
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
