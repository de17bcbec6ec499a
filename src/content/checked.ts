import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Content } from './load.ts';

/** The environment variable with the path of the content that this build has checked. */
export const CHECKED = 'CHECKED_CONTENT';

/** Lets the later steps of this build, in this process or a child of it, read `content` from `file`. */
export function saveContent(content: Content, file: string): void {
  writeFileSync(file, serialize(content));
  process.env[CHECKED] = file;
}

/** Returns true if an earlier step of this build saved the content. */
export const isSaved = (): boolean => process.env[CHECKED] !== undefined;

/**
 * Returns the content of the project at `root`: as saved by an earlier step of the same build, or otherwise
 * loaded and checked. Throws a ContentError that lists all problems.
 */
export async function readContent(root: string): Promise<Content> {
  const file = process.env[CHECKED];
  if (file) return deserialize(readFileSync(file)) as Content;
  // Loaded here, since most steps of a build read saved content, and this needs every reader of received files.
  return (await import('./load.ts')).loadContent(root);
}
