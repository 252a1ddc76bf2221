import { toXml, type XmlValue } from '../protocol/xml.ts';

/** A whole S3 response document. */
export function s3Document(name: string, value: XmlValue): string {
  const document = toXml(name, value).replace(
    `<${name}>`,
    `<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}`;
}
