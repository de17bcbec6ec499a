import { read } from './site.ts';

/** A rule of `_headers`: `*` matches the rest of a path, `:name` one part of it. */
interface Rule {
  matches: RegExp;
  headers: [name: string, value: string][];
}

const rules: Rule[] = [];
for (const line of read('_headers').split('\n')) {
  if (line.startsWith('/')) {
    const pattern = line.replaceAll('.', '\\.').replace('*', '.*').replaceAll(/:\w+/g, '[^/]+');
    rules.push({ matches: new RegExp(`^${pattern}$`), headers: [] });
  } else if (line.startsWith('  ')) {
    const [, name = '', value = ''] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    rules.at(-1)?.headers.push([name.toLowerCase(), value]);
  }
}

/** The headers of an address according to `_headers`; as on the hosts, two values of the same header are joined. */
export function headersOf(path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { matches, headers: more } of rules)
    if (matches.test(path))
      for (const [name, value] of more)
        headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  return headers;
}
