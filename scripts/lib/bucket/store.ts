import {
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import type { FileHeaders } from '../../../src/outputs/file-headers.ts';
import type { Target } from './target.ts';

/** An earlier version of an object, or the mark of its deletion. */
export interface OldVersion {
  key: string;
  id: string;
  isMark: boolean;
}

/** The objects of a site in a bucket. Keys are paths below the site's home page. */
export interface Store {
  /** The entity tags of all objects by their keys: the MD5 in hex, if the store computes it so. */
  list(): Promise<Map<string, string>>;
  /** The content of an object; undefined if there is none. */
  get(key: string): Promise<Uint8Array | undefined>;
  put(key: string, content: Uint8Array, headers: FileHeaders): Promise<void>;
  remove(key: string, version?: string): Promise<void>;
  /** The versions that are kept but not current; undefined if the bucket keeps none. */
  oldVersions(): Promise<OldVersion[] | undefined>;
  /** The number of requests so far. */
  requests(): number;
  close(): void;
}

/** The time in ms after which a silent store is given up, and the attempts for each request. */
const TIMEOUT = 30_000;
const ATTEMPTS = 4;

/** Opens a store by the S3 protocol, which OSS, COS, OBS and MinIO understand. No request is made yet. */
export function openStore(target: Target, timeout = TIMEOUT): Store {
  const { bucket, prefix } = target;
  let requests = 0;
  const client = new S3Client({
    endpoint: target.endpoint.href,
    region: target.region,
    credentials: target.credentials,
    forcePathStyle: target.isPathStyle,
    maxAttempts: ATTEMPTS,
    // Other stores than Amazon's do not know its newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 10_000, socketTimeout: timeout },
  });
  client.middlewareStack.add(
    (next) => (input) => {
      requests++;
      return next(input);
    },
    { step: 'deserialize', name: 'countRequests' },
  );
  const at = (key: string) => ({ Bucket: bucket, Key: prefix + key });
  const keyOf = (name: string | undefined) => name?.slice(prefix.length) ?? '';

  return {
    async list() {
      const found = new Map<string, string>();
      let next: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: prefix,
            ...(next !== undefined && { ContinuationToken: next }),
          }),
        );
        for (const { Key, ETag = '' } of page.Contents ?? [])
          found.set(keyOf(Key), ETag.replaceAll('"', '').toLowerCase());
        next = page.IsTruncated ? page.NextContinuationToken : undefined;
      } while (next !== undefined);
      return found;
    },

    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(key)));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },

    async put(key, content, headers) {
      await client.send(
        new PutObjectCommand({
          ...at(key),
          Body: content,
          // The store refuses content that was damaged on its way.
          ContentMD5: createHash('md5').update(content).digest('base64'),
          ContentType: headers['Content-Type'],
          CacheControl: headers['Cache-Control'],
          // The protocol has no Link of its own: a CDN can be told to send this value as Link.
          ...(headers.Link !== undefined && { Metadata: { link: headers.Link } }),
        }),
      );
    },

    async remove(key, version) {
      await client.send(
        new DeleteObjectCommand({
          ...at(key),
          ...(version !== undefined && { VersionId: version }),
        }),
      );
    },

    async oldVersions() {
      const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket: bucket }));
      if (Status === undefined) return undefined;
      const found: OldVersion[] = [];
      let next: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
      while (next) {
        const page: Awaited<ReturnType<typeof listVersions>> = await listVersions(next);
        for (const [isMark, versions] of [
          [false, page.Versions?.filter(({ IsLatest }) => !IsLatest)],
          [true, page.DeleteMarkers],
        ] as const)
          for (const { Key, VersionId } of versions ?? [])
            if (VersionId !== undefined) found.push({ key: keyOf(Key), id: VersionId, isMark });
        next = page.IsTruncated
          ? {
              ...(page.NextKeyMarker !== undefined && { KeyMarker: page.NextKeyMarker }),
              ...(page.NextVersionIdMarker !== undefined && {
                VersionIdMarker: page.NextVersionIdMarker,
              }),
            }
          : undefined;
      }
      return found;
    },

    requests: () => requests,
    close: () => client.destroy(),
  };

  function listVersions(from: object) {
    return client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, ...from }));
  }
}
