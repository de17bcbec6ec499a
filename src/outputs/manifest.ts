/** The name of the list of a folder's files with their digests, as BagIt (RFC 8493, 2.1.3) names it. */
export const MANIFEST = 'manifest-sha256.txt';

/** A list of files with their SHA-256 in hex, as BagIt and `sha256sum -c` read it. */
export const formatManifest = (digests: Iterable<[file: string, sha256: string]>): string =>
  [...digests].map(([file, digest]) => `${digest}  ${file}\n`).join('');
