/** A value as JSON carries it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One resource of the synthesized template after every intrinsic function has been resolved. */
export interface Resource {
  stack: string;
  logicalId: string;
  /** The CloudFormation type, such as `AWS::AppSync::Resolver`. */
  type: string;
  properties: { [name: string]: Json };
  /** What `Ref` gives. */
  ref: string;
}
