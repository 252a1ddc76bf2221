/** A value in the Data API's notation. */
export interface Field {
  isNull?: boolean;
  booleanValue?: boolean;
  longValue?: number;
  doubleValue?: number;
  stringValue?: string;
  blobValue?: string;
  arrayValue?: ArrayValue;
}

export interface ArrayValue {
  arrayValues?: ArrayValue[];
  [values: string]: unknown[] | undefined;
}

/** The part of a Data API answer that AppSync passes to a resolver, one per statement. */
export interface StatementResult {
  records?: Field[][];
  columnMetadata?: readonly { name?: string; label?: string }[];
  numberOfRecordsUpdated?: number;
  generatedFields?: Field[];
}
