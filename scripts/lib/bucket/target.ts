import { isLoopback } from '../../../src/site/public-url.ts';

/** A place in an object store, and who may write there. */
export interface Target {
  bucket: string;
  /** What every key of the site begins with: empty, or ends in a slash. */
  prefix: string;
  endpoint: URL;
  region: string;
  /** True if the bucket is part of the path of each request, not of its host name. */
  isPathStyle: boolean;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
}

/** Thrown if the target is not understood; its message, in Chinese, is for the operator. */
export class TargetError extends Error {}

/** Thrown if a deployment failed or was refused; its message, in Chinese, is for the operator. */
export class StoreRefusal extends Error {}

export const isBucketAddress = (text: string): boolean => text.startsWith('s3://');

/** Reads the endpoint's address. Throws a TargetError. */
function readEndpoint(text: string | undefined): URL {
  const example = '改法：写成 --endpoint https://oss-cn-hangzhou.aliyuncs.com 的样子';
  if (!text) throw new TargetError(`没有写对象存储的地址。${example}`);
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new TargetError(`--endpoint 不是对象存储的地址。${example}`);
  if (url.username || url.password)
    throw new TargetError('--endpoint 里不能有用户名和密码。改法：密钥只写在环境变量里');
  return url;
}

/** Reads the keys from the environment, and from nowhere else. Throws a TargetError. */
function readCredentials(env: NodeJS.ProcessEnv): Target['credentials'] {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env;
  if (!accessKeyId || !secretAccessKey)
    throw new TargetError(
      '没有密钥。改法：设定环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY（各家的访问密钥都用这两个名字）',
    );
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

/**
 * Reads `s3://BUCKET/PATH`, the endpoint, and the environment. The bucket is part of the host name, as OSS, COS
 * and OBS require, unless the endpoint has a port or is this machine, as is usual for MinIO. Throws a
 * TargetError.
 */
export function readTarget(
  address: string,
  endpoint: string | undefined,
  env: NodeJS.ProcessEnv,
): Target {
  const [, bucket, path = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(address) ?? [];
  if (!bucket || !/^[\w.~/-]*$/.test(path) || /(?:^|\/)(?:\.{0,2}\/|\.{1,2}$)/.test(path))
    throw new TargetError(
      '桶的写法不对。改法：写成 s3://桶/路径；路径用英文字母、数字和 - . _ ~，可以不写',
    );
  const url = readEndpoint(endpoint);
  return {
    bucket,
    prefix: path === '' ? '' : `${path.replace(/\/$/, '')}/`,
    endpoint: url,
    region: env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || 'us-east-1',
    isPathStyle: url.port !== '' || isLoopback(url),
    credentials: readCredentials(env),
  };
}
