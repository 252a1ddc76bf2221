import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { resources, templates } from './synthesize.ts';

interface State {
  Type: string;
  Resource?: string;
  Parameters?: Record<string, never>;
  Retry?: { ErrorEquals: string[] }[];
  ItemProcessor?: { States: Record<string, State> };
  Branches?: { States: Record<string, State> }[];
  [key: string]: unknown;
}

function definition(name: string): { States: Record<string, State> } {
  const machine = resources('AWS::StepFunctions::StateMachine').find(({ logicalId }) =>
    logicalId.startsWith(name),
  );
  return JSON.parse(toText(machine?.Properties.DefinitionString));
}

// Substituted values do not matter here; any text without quotes will do.
function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  const joined = (value as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join'];
  if (joined === undefined) return 'something';
  return joined[1].map(toText).join(joined[0]);
}

function tasks(states: Record<string, State>): State[] {
  return Object.values(states).flatMap((state) => [
    ...(state.Type === 'Task' ? [state] : []),
    ...[state.ItemProcessor ?? [], state.Branches ?? []]
      .flat()
      .flatMap(({ States }) => tasks(States)),
  ]);
}

describe.each(['IngestWorkflow', 'ReleaseWorkflow'])('%s', (name) => {
  it('every workflow is a state machine that Step Functions accepts', () => {
    const { isValid, errorsText } = validate(definition(name), {
      checkPaths: true,
      checkArn: false,
    });
    expect(isValid, isValid ? '' : errorsText('\n')).toBe(true);
  });

  it('every step retries transient failures', () => {
    for (const task of tasks(definition(name).States)) {
      const errors = (task.Retry ?? []).flatMap((retry) => retry.ErrorEquals);
      const isLambda = task.Resource?.endsWith(':lambda:invoke');
      expect(errors).toContain(isLambda ? 'DatabaseUnavailableException' : 'States.TaskFailed');
    }
  });

  it('every workflow continues after a function crashed', () => {
    const lambdas = tasks(definition(name).States).filter((task) =>
      task.Resource?.endsWith(':lambda:invoke'),
    );
    expect(lambdas.length).toBeGreaterThan(0);
    for (const task of lambdas) {
      const errors = (task.Retry ?? []).flatMap((retry) => retry.ErrorEquals);
      expect(errors).toEqual(
        expect.arrayContaining(['Lambda.Unknown', 'Runtime.ExitError', 'Sandbox.Timedout']),
      );
    }
  });

  it('every workflow is logged and traced', () => {
    const machine = resources('AWS::StepFunctions::StateMachine').find(({ logicalId }) =>
      logicalId.startsWith(name),
    );
    expect(machine?.Properties.LoggingConfiguration.Level).toBe('ALL');
    expect(machine?.Properties.TracingConfiguration.Enabled).toBe(true);
  });
});

describe('The ingest workflow', () => {
  const states = () => definition('IngestWorkflow').States;

  it("the ingest workflow passes the execution's name to the container as the run id", () => {
    expect(states().Stage?.Parameters).toMatchObject({
      Overrides: {
        ContainerOverrides: [
          {
            Environment: [
              { Name: 'RUN_ID', 'Value.$': '$$.Execution.Name' },
              { Name: 'FEED_KEY', 'Value.$': '$$.Execution.Input.key' },
              { Name: 'PROFILE', 'Value.$': '$$.Execution.Input.profile' },
              { Name: 'ENCODING', 'Value.$': '$$.Execution.Input.encoding' },
            ],
          },
        ],
      },
    });
  });

  it('the ingest workflow fails by name when a file is refused, and succeeds when a run is held', () => {
    expect(states().Refused).toMatchObject({ Type: 'Fail', Error: 'IngestRefused' });
    expect(states().Held).toMatchObject({ Type: 'Succeed' });
  });

  it('the ingest workflow tells operators before it ends held or refused, and ends so even if that fails', () => {
    for (const [name, status, end] of [
      ['Tell of the hold', 'SUCCEEDED', 'Held'],
      ['Tell of the refusal', 'FAILED', 'Refused'],
    ] as const) {
      expect(states()[name]).toMatchObject({
        Parameters: { Payload: { detail: { status, 'name.$': '$$.Execution.Name' } } },
        Next: end,
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.told', Next: end }],
      });
    }
  });

  it('the ingest workflow starts at the merge when an operator approves a run', () => {
    expect(states()['Merge the approved run']?.Parameters).toMatchObject({
      Payload: { 'runId.$': '$.approve', 'approvedBy.$': '$.by' },
    });
  });

  it('the ingest workflow starts at six in the morning in Japan unless a parameter says otherwise', () => {
    templates().service.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: { Ref: 'IngestSchedule' },
      ScheduleExpressionTimezone: 'Asia/Tokyo',
      Target: { Input: '{"profile":"shinkan","key":"incoming/latest.csv","encoding":""}' },
    });
    templates().service.hasParameter('IngestSchedule', { Default: 'cron(0 6 * * ? *)' });
  });
});

describe('The release workflow', () => {
  const states = () => definition('ReleaseWorkflow').States;

  it('the release workflow starts every minute unless a parameter says otherwise', () => {
    templates().service.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: { Ref: 'ReleaseSchedule' },
      Target: { Input: '{}' },
    });
    templates().service.hasParameter('ReleaseSchedule', { Default: 'rate(1 minute)' });
  });

  it('the release workflow ends after one check when there is nothing to publish', () => {
    expect(states()['Anything to tell?']).toMatchObject({
      Choices: [{ Variable: '$.work', BooleanEquals: false, Next: 'Nothing to tell' }],
    });
  });

  it('the release workflow publishes what is known when the shop does not answer, and then fails', () => {
    expect(states().Detect).toMatchObject({
      Retry: expect.arrayContaining([
        expect.objectContaining({ ErrorEquals: ['ShopUnanswered'], MaxAttempts: 3 }),
      ]),
      Catch: [
        {
          ErrorEquals: ['States.ALL'],
          ResultPath: '$.detectError',
          Next: 'Tell pages and members',
        },
      ],
    });
    expect(states()['Did all go well?']).toMatchObject({
      Choices: [
        { Variable: '$.detectError', Next: 'The shop was not looked at' },
        { Variable: '$.told.notices.error', Next: 'Notices are not out' },
        { Variable: '$.told.mails.error', Next: 'Mails are not out' },
      ],
      Default: 'Everybody is told',
    });
    for (const [name, path] of [
      ['The shop was not looked at', 'detectError'],
      ['Notices are not out', 'told.notices.error'],
      ['Mails are not out', 'told.mails.error'],
    ] as const) {
      expect(states()[name]).toMatchObject({
        Type: 'Fail',
        ErrorPath: `$.${path}.Error`,
        CausePath: `$.${path}.Cause`,
      });
    }
  });

  const branch = (number: 0 | 1 | 2) => {
    const { Branches } = states()['Tell pages and members'] ?? {};
    const found = Branches?.[number]?.States;
    if (found === undefined) throw new Error(`There is no branch ${number}`);
    return found;
  };

  it('the release workflow publishes and mails in parallel, and keeps what failed', () => {
    expect(states()['Tell pages and members']).toMatchObject({
      Type: 'Parallel',
      ResultPath: '$.told',
      ResultSelector: { 'notices.$': '$[0]', 'mails.$': '$[1]' },
    });
    const kept = { ErrorEquals: ['States.ALL'], ResultPath: '$.error' };
    expect(branch(0).Publish).toMatchObject({ Catch: [{ ...kept, Next: 'Notices are left' }] });
    for (const name of ['Fill the outbox', 'Send the mails']) {
      expect(branch(1)[name]).toMatchObject({ Catch: [{ ...kept, Next: 'Mails are left' }] });
    }
  });

  it('the release workflow recounts in parallel, and a failed recount fails nothing else', () => {
    expect(branch(2)['Count what is to come']).toMatchObject({
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Counts are left' }],
    });
    expect(branch(2)['Counts are left']).toMatchObject({ Type: 'Succeed' });
  });

  it('the release workflow runs as many senders as the mail rate allows, each until nothing remains', () => {
    const map = branch(1)['Send the mails'];
    expect(branch(1)['Fill the outbox']).toMatchObject({
      ResultSelector: { 'senders.$': '$.Payload.senders' },
    });
    expect(map).toMatchObject({ Type: 'Map', ItemsPath: '$.outbox.senders' });
    expect(map).not.toHaveProperty('MaxConcurrency');
    expect(map?.ItemProcessor?.States.Send?.Parameters).toMatchObject({
      Payload: { 'sender.$': '$.sender', 'senders.$': '$.senders' },
    });
    expect(map?.ItemProcessor?.States['Mails left to send?']).toMatchObject({
      Choices: [{ Variable: '$.outbox.remaining', NumericGreaterThan: 0, Next: 'Send' }],
    });
  });
});
