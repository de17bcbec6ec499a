import { LineCounter, isMap, isNode, isScalar, parseDocument, type Document } from 'yaml';
import type { z } from 'astro/zod';
import { findHiddenEscapes } from './hidden-characters.ts';
import { explainIssue } from './explain.ts';
import type { Advice, Diagnostic, FileDiagnostic, LineOf } from '../diagnostics.ts';

/** The advice for each error code of the parser. */
const YAML_ERRORS: Record<string, Advice> = {
  DUPLICATE_KEY: { message: '同一项写了两次', help: '只留一处' },
  TAB_AS_INDENT: { message: '用了制表符缩进', help: '改用空格' },
  BAD_INDENT: { message: '缩进不齐', help: '同一级的各项对齐，下一级缩进两格' },
};
const YAML_OTHER: Advice = {
  message: '事实部分的格式有误，无法读取',
  help: '检查冒号后的空格、引号是否成对、缩进是否对齐',
};

export const NO_FRONT_MATTER: FileDiagnostic = {
  line: 1,
  message: '文件开头没有成对的 --- 行',
  help: '文件从第一行的 --- 开始，事实部分写在两行 --- 之间',
};

/**
 * Splits a Markdown file at its `---` lines. The body keeps its line numbers: blank lines replace the front
 * matter; `rest` is only the body. Returns undefined if there is no complete front matter.
 */
export function splitFrontMatter(
  text: string,
): { yaml: string; body: string; rest: string } | undefined {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (match?.index !== 0) return undefined;
  const head = match[0];
  const rest = text.slice(head.length);
  return { yaml: match[1] ?? '', body: head.replaceAll(/[^\n]/g, '') + rest, rest };
}

/** YAML as read by a schema. */
interface YamlReading<T> {
  /** The data, if they are valid. */
  data?: T;
  /** The data before validation; undefined if the YAML cannot be parsed. */
  raw: unknown;
  diagnostics: Diagnostic[];
  lineOf: LineOf;
}

/** Reads YAML and validates it against a schema. The YAML starts on the line `firstLine` of its file. */
export function readYaml<T extends z.ZodType>(
  yaml: string,
  schema: T,
  file: string,
  firstLine: number,
): YamlReading<z.infer<T>> {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  const at = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const lineOf = (...path: PropertyKey[]) => locate(document, path, at) ?? firstLine;

  if (document.errors.length > 0) {
    // A single slip results in many errors in its line.
    const firsts = new Map(
      [...document.errors].reverse().map((error) => [at(error.pos[0]), error]),
    );
    const diagnostics = [...firsts].map(([line, { code }]) => ({
      ...(YAML_ERRORS[code] ?? YAML_OTHER),
      file,
      line,
    }));
    return { raw: undefined, diagnostics, lineOf };
  }
  const raw = toPlain(document) ?? {};
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) {
    const diagnostics = findHiddenEscapes(result.data, file, firstLine);
    return { data: result.data, raw, diagnostics, lineOf };
  }
  const diagnostics = result.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path;
    return {
      ...explainIssue(issue, schema),
      file,
      line: lineOf(...path.slice(0, issue.path.length + 1)),
    };
  });
  return { raw, diagnostics, lineOf };
}

/** The document as plain data. An alias bomb results in undefined, which no schema accepts. */
function toPlain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 10 });
  } catch {
    return undefined;
  }
}

/** The line of the value at a path, or of its nearest parent that exists. */
function locate(
  document: Document,
  path: PropertyKey[],
  at: (offset: number) => number,
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (isNode(pair?.key) && pair.key.range) return at(pair.key.range[0]);
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return at(node.range[0]);
  }
  return undefined;
}
