import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  S3Client,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import { newFolder } from './project.ts';

export const BUCKET = 'replies';
/** The keys that the test's store accepts. */
export const KEYS = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

/** A fault: handles a request instead of the store and returns true, or leaves it to the store. */
export type Fault = (asked: IncomingMessage, answer: ServerResponse) => boolean | Promise<boolean>;

/** An answer of the S3 protocol that refuses a request. */
export function refuse(answer: ServerResponse, status: number, code: string): true {
  answer.writeHead(status, { 'Content-Type': 'application/xml' });
  answer.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
  return true;
}

/** An object as a client receives it. */
export interface Stored {
  content: string;
  type: string | undefined;
  cache: string | undefined;
  link: string | undefined;
}

/** An object store with an empty bucket on this machine, behind a proxy that can put faults in. */
export interface ObjectStore {
  endpoint: string;
  /** The requests so far, as `PUT /replies/index.html`. */
  log: string[];
  setFault(fault: Fault | undefined): void;
  objects(): Promise<Map<string, Stored>>;
  /** Puts an object that is not the tool's. */
  put(key: string, content: string): Promise<void>;
  close(): Promise<void>;
}

/** Waits until the file of an object is whole: s3rver answers before its last bytes are written. */
async function waitUntilWritten(file: string, { headers }: IncomingMessage): Promise<void> {
  const md5 = () => createHash('md5').update(readFileSync(file)).digest('hex');
  while (!existsSync(file) || `"${md5()}"` !== headers.etag) await pause(1);
}

export async function startObjectStore(): Promise<ObjectStore> {
  const directory = newFolder();
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = await server.run();
  const log: string[] = [];
  let fault: Fault | undefined;
  const serve = async (asked: IncomingMessage, answer: ServerResponse) => {
    log.push(`${asked.method} ${asked.url}`);
    if (await fault?.(asked, answer)) return;
    const { method, url, headers } = asked;
    const to = { host: '127.0.0.1', port, method, path: url, headers };
    const forwarded = asked.pipe(request(to));
    try {
      const [reply] = (await once(forwarded, 'response')) as [IncomingMessage];
      if (method === 'PUT' && reply.statusCode === 200)
        await waitUntilWritten(join(directory, `${url!.split('?')[0]}._S3rver_object`), reply);
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    } catch {
      answer.destroy();
    }
  };
  const proxy = createServer((asked, answer) => void serve(asked, answer));
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const direct = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: {
      accessKeyId: KEYS.AWS_ACCESS_KEY_ID,
      secretAccessKey: KEYS.AWS_SECRET_ACCESS_KEY,
    },
  });
  return {
    endpoint: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    log,
    setFault: (next) => {
      fault = next;
    },
    async objects() {
      const { Contents = [] } = await direct.send(new ListObjectsV2Command({ Bucket: BUCKET }));
      const all = Contents.map(async ({ Key = '' }): Promise<[string, Stored]> => {
        const got = await direct.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
        const content = Buffer.from(await got.Body!.transformToByteArray()).toString('latin1');
        const { ContentType: type, CacheControl: cache, Metadata } = got;
        return [Key, { content, type, cache, link: Metadata?.['link'] }];
      });
      return new Map(await Promise.all(all));
    },
    async put(Key, Body) {
      await direct.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
    },
    async close() {
      direct.destroy();
      proxy.closeAllConnections();
      proxy.close();
      await server.close();
    },
  };
}
