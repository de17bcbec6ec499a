import { S3ServiceException } from '@aws-sdk/client-s3';
import { OccupiedError, OvertakenError } from './deploy-site.ts';
import { DamagedRecord } from './record.ts';
import type { Target } from './target.ts';

/** What the operator can do about a refusal of the store, by the error code of the S3 protocol. */
const REFUSALS: Record<string, string> = {
  AccessDenied: '没有权限。改法：给这个密钥读、写、列出和删除这个桶的权限',
  InvalidAccessKeyId: '不认识这个密钥。改法：检查环境变量 AWS_ACCESS_KEY_ID',
  SignatureDoesNotMatch:
    '密钥不对。改法：检查环境变量 AWS_SECRET_ACCESS_KEY；都对的，用 AWS_REGION 写明桶所在的地域',
  ExpiredToken: '临时密钥过期了。改法：换一个，再运行一次',
  RequestTimeTooSkewed: '这台机器的时钟不准。改法：校准时钟，再运行一次',
  NoSuchBucket: '没有这个桶。改法：检查桶的名称和 --endpoint',
  AuthorizationHeaderMalformed: '地域不对。改法：用环境变量 AWS_REGION 写明桶所在的地域',
  PermanentRedirect: '桶在别的地域。改法：把 --endpoint 和 AWS_REGION 改成桶所在的地域',
  BadDigest: '文件在路上损坏了。改法：再运行一次',
  NotImplemented: '这家对象存储不会这样做。改法：在它的控制台里做',
  MethodNotAllowed: '这家对象存储不让这样做。改法：在它的控制台里做',
};
const NETWORK =
  /^(?:ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SSL|CERT_|DEPTH_ZERO|UNABLE_TO|SELF_SIGNED)/;

/**
 * Returns the operator's message for an error of a store; undefined for any other error. It contains neither
 * keys nor what the store answered.
 */
export function explainStoreError(
  error: unknown,
  { bucket, endpoint }: Target,
): string | undefined {
  const place = `${endpoint.host} 的桶 ${bucket}`;
  if (error instanceof OccupiedError)
    return `${place} 里已有别的内容（如 ${error.message}），不能覆盖。改法：换一个路径，或先把它移走`;
  if (error instanceof OvertakenError)
    return `${place} 同时有另一次发布。改法：等它做完，再运行一次`;
  if (error instanceof DamagedRecord)
    return `${place} 里 .deployed.json.gz 损坏了。改法：用一个空的路径重新发布`;
  if (error instanceof S3ServiceException) {
    const { $metadata, name } = error;
    const reason =
      REFUSALS[name] ??
      ($metadata.httpStatusCode === 403
        ? REFUSALS['AccessDenied']
        : `出错了（${name.replaceAll(/\W/g, '')}，${$metadata.httpStatusCode ?? ''}）。改法：过一会儿再运行一次`);
    return `${place}：${reason}`;
  }
  const { code = '', name = '' } = error as NodeJS.ErrnoException;
  if (NETWORK.test(code) || name === 'TimeoutError')
    return `连不上 ${endpoint.host}（${code || '超时'}）。改法：检查网络和 --endpoint，再运行一次`;
  // The client could not read the answer: a web page, for example.
  if (error instanceof Error && '$metadata' in error)
    return `${endpoint.host} 回答的不像是对象存储。改法：检查 --endpoint`;
  return undefined;
}
