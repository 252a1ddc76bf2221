/** A value in the Data API's JSON. Blobs are base64. */
export interface Field {
  isNull?: boolean;
  booleanValue?: boolean;
  longValue?: number;
  doubleValue?: number;
  stringValue?: string;
  blobValue?: string;
}

export interface SqlParameter {
  name?: string;
  /** `longValue` is a bigint if the request's number exceeds JavaScript's precision. */
  value?: Omit<Field, 'longValue'> & { longValue?: number | bigint; arrayValue?: unknown };
  typeHint?: string;
}

/** The cluster and credentials that every request names. */
export interface Target {
  resourceArn?: string;
  secretArn?: string;
  database?: string;
  schema?: string;
}

export interface ExecuteStatementRequest extends Target {
  sql?: string;
  parameters?: SqlParameter[];
  transactionId?: string;
  includeResultMetadata?: boolean;
  continueAfterTimeout?: boolean;
  resultSetOptions?: { decimalReturnType?: string; longReturnType?: string };
  formatRecordsAs?: string;
}

export interface BatchExecuteStatementRequest extends Target {
  sql?: string;
  parameterSets?: SqlParameter[][];
  transactionId?: string;
}

export interface TransactionRequest {
  resourceArn?: string;
  secretArn?: string;
  transactionId?: string;
}

export interface ColumnMetadata {
  name: string;
  type: number;
  typeName: string;
  label: string;
  schemaName: string;
  tableName: string;
  isAutoIncrement: boolean;
  isSigned: boolean;
  isCurrency: boolean;
  isCaseSensitive: boolean;
  nullable: number;
  precision: number;
  scale: number;
  arrayBaseColumnType: number;
}

export interface ExecuteStatementResponse {
  records?: Field[][];
  columnMetadata?: readonly ColumnMetadata[];
  numberOfRecordsUpdated: number;
  generatedFields?: Field[];
  formattedRecords?: string;
}

export interface BatchExecuteStatementResponse {
  updateResults: { generatedFields: Field[] }[];
}
