import { util } from '@aws-appsync/utils';

export function request() {
  return { payload: null };
}

export function response(ctx) {
  return { value: call(ctx.args.name, ctx.args.with) };
}

function call(name, { a, b, c }) {
  switch (name) {
    case 'autoId':
      return util.autoId();
    case 'autoUlid':
      return util.autoUlid();
    case 'autoKsuid':
      return util.autoKsuid();
    case 'base64Encode':
      return util.base64Encode(a);
    case 'base64Decode':
      return util.base64Decode(a);
    case 'urlEncode':
      return util.urlEncode(a);
    case 'urlDecode':
      return util.urlDecode(a);
    case 'escapeJavaScript':
      return util.escapeJavaScript(a);
    case 'matches':
      return util.matches(a, b);
    case 'normalize':
      return util.str.normalize(a, b);
    case 'roundNum':
      return util.math.roundNum(a);
    case 'minVal':
      return util.math.minVal(a, b);
    case 'maxVal':
      return util.math.maxVal(a, b);
    case 'randomWithinRange':
      return util.math.randomWithinRange(a, b);
    case 'nowISO8601':
      return util.time.nowISO8601();
    case 'nowFormatted':
      return util.time.nowFormatted(a, b);
    case 'epochMilliSecondsToSeconds':
      return util.time.epochMilliSecondsToSeconds(a);
    case 'epochMilliSecondsToISO8601':
      return util.time.epochMilliSecondsToISO8601(a);
    case 'epochMilliSecondsToFormatted':
      return c === undefined
        ? util.time.epochMilliSecondsToFormatted(a, b)
        : util.time.epochMilliSecondsToFormatted(a, b, c);
    case 'parseISO8601ToEpochMilliSeconds':
      return util.time.parseISO8601ToEpochMilliSeconds(a);
    case 'parseFormattedToEpochMilliSeconds':
      return c === undefined
        ? util.time.parseFormattedToEpochMilliSeconds(a, b)
        : util.time.parseFormattedToEpochMilliSeconds(a, b, c);
    case 'toSubscriptionFilter':
      return util.transform.toSubscriptionFilter(a, b, c);
    case 'toDynamoDB':
      return util.dynamodb.toDynamoDB(a);
    case 'addResponseHeader':
      util.http.addResponseHeader(a, b);
      return null;
    default:
      return util.error(`no util named ${name}`, 'Unknown');
  }
}
