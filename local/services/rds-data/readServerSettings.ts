import { NotEmulated, nameOf } from '../../lib/refuse.ts';
import type { Resource } from '../../lib/resource.ts';
import { KNOWN_SETTINGS, type ServerSettings } from '../database/flags.ts';

/**
 * Reads the settings of the template's cluster parameter groups. Throws for one that the local
 * server does not take over.
 */
export function readServerSettings(groups: Resource[]): ServerSettings {
  const settings: ServerSettings = {};
  for (const group of groups) {
    for (const [name, value] of Object.entries(group.properties.Parameters ?? {})) {
      if (!KNOWN_SETTINGS.includes(name))
        throw new NotEmulated(`${nameOf(group)}: the parameter ${name} is not emulated`);
      settings[name] = String(value);
    }
  }
  return settings;
}
