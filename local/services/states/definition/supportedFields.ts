const OUTPUT = ['ResultSelector', 'ResultPath'];
const RETRIES = ['Retry', 'Catch'];
const TASK = ['Resource', 'Parameters', 'TimeoutSeconds', 'TimeoutSecondsPath'];
const MAP = ['ItemsPath', 'ItemSelector', 'Parameters', 'ItemProcessor', 'Iterator'];

/** Fields that every state may have. */
export const COMMON_FIELDS = [
  ...['Type', 'Comment', 'QueryLanguage', 'Next', 'End', 'InputPath', 'OutputPath'],
];

/** Additional supported fields by state type. */
export const STATE_FIELDS: Record<string, string[]> = {
  Task: [...TASK, ...OUTPUT, ...RETRIES],
  Map: [...MAP, 'MaxConcurrency', 'MaxConcurrencyPath', ...OUTPUT, ...RETRIES],
  Parallel: ['Branches', 'Parameters', ...OUTPUT, ...RETRIES],
  Pass: ['Result', 'Parameters', 'ResultPath'],
  Wait: ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'],
  Choice: ['Choices', 'Default'],
  Succeed: [],
  Fail: ['Error', 'Cause', 'ErrorPath', 'CausePath'],
};

/** Fields of a state machine and of a Map state's processor. */
export const MACHINE_FIELDS = [
  ...['Comment', 'StartAt', 'States', 'Version', 'TimeoutSeconds', 'QueryLanguage'],
  'ProcessorConfig',
];

/** Fields of a retrier and of a catcher. */
export const RETRY_FIELDS = [
  ...['Comment', 'ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate'],
  ...['MaxDelaySeconds', 'JitterStrategy'],
];
export const CATCH_FIELDS = ['Comment', 'ErrorEquals', 'Next', 'ResultPath'];

/** Parameters of `lambda:invoke` that are passed on. */
export const INVOKE_FIELDS = ['FunctionName', 'Payload', 'InvocationType'];

/** Parameters of `ecs:runTask.sync` that are supported or have no effect on one machine. */
export const RUN_TASK_FIELDS = [
  ...['Cluster', 'TaskDefinition', 'Overrides', 'Count'],
  ...['CapacityProviderStrategy', 'EnableECSManagedTags', 'EnableExecuteCommand', 'Group'],
  ...['LaunchType', 'NetworkConfiguration', 'PlatformVersion', 'PropagateTags', 'ReferenceId'],
  ...['StartedBy', 'Tags'],
];

/** What a run may override in its container. */
export const CONTAINER_FIELDS = ['Name', 'Command', 'Environment'];
