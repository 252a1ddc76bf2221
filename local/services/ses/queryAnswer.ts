import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { AwsError } from '../protocol/awsError.ts';
import { toXml, type XmlValue } from '../protocol/xml.ts';

const NAMESPACE = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

/** Sends the result of an AWS Query call. */
export function sendResult(
  response: ServerResponse,
  action: string,
  result: { [name: string]: XmlValue },
): void {
  const RequestId = randomUUID();
  const inner = toXml(`${action}Result`, result) + toXml('ResponseMetadata', { RequestId });
  send(response, 200, `<${action}Response ${NAMESPACE}>${inner}</${action}Response>`, RequestId);
}

/** Sends an error in the form from which AWS clients create their error classes. */
export function sendError(response: ServerResponse, { name, message, status }: AwsError): void {
  const RequestId = randomUUID();
  const Type = status < 500 ? 'Sender' : 'Receiver';
  const inner =
    toXml('Error', { Type, Code: name, Message: message }) + toXml('RequestId', RequestId);
  response.setHeader('x-amzn-errortype', name);
  send(response, status, `<ErrorResponse ${NAMESPACE}>${inner}</ErrorResponse>`, RequestId);
}

/** Sends the result of an SES v2 call (REST and JSON). */
export function sendJson(response: ServerResponse, status: number, result: object): void {
  const headers = { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID() };
  response.writeHead(status, headers).end(JSON.stringify(result));
}

/** Sends an SES v2 error. */
export function sendJsonError(response: ServerResponse, { name, message, status }: AwsError): void {
  response.setHeader('x-amzn-errortype', name);
  sendJson(response, status, { message });
}

function send(response: ServerResponse, status: number, xml: string, requestId: string): void {
  response.writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': requestId });
  response.end(xml);
}
