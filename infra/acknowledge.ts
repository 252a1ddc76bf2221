import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A finding that we have looked at and live with. The reason is for whoever meets it next. */
export interface Finding {
  id: string;
  reason: string;
}

/** States, at the construct that causes them, which findings are known and why they stand. */
export function acknowledge(construct: IConstruct, ...findings: Finding[]): void {
  Validations.of(construct).acknowledge(...findings);
}
