/** The home page's address in a build without SITE_URL, which only this machine can show. */
export const LOCAL_URL = 'http://localhost:4321/';

/** Thrown if SITE_URL cannot be the site's address. It has no stack: its message, in Chinese, is for the operator. */
class PublicUrlError extends Error {
  constructor(message: string) {
    super(message);
    this.stack = message;
  }
}

const HELP = '改法：写成 https://主机名/ 或 https://主机名/路径/';

/** Matches the user, with a password or without, of an address. */
const USER = /(?<=^[a-z]*:[/\\]*)[^/\\?#]*(?=@)/i;

/** Returns in Chinese why a setting cannot be the home page's address; undefined if it can. */
function faultOf(setting: string, url: URL | null): string | undefined {
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) return '不是网址';
  if (USER.test(setting)) return '不是网址：公开的网址里不能有用户名和密码';
  // Astro 7 writes no files below such a path, and hosts differ in its spelling.
  if (/\s/.test(setting.trim()) || !/^[\w.~!$&'()*+,;=:/-]*$/.test(url.pathname))
    return '路径里有空格、汉字或 % 这样的字符。路径只能用英文字母、数字和连字符';
  return undefined;
}

/**
 * The home page's address from the SITE_URL setting, such as `https://example.gov.cn/replies`. It ends in a
 * slash, and repeated slashes in its path are merged. Throws a PublicUrlError if the setting is not an
 * http(s) address, contains a user or password, or has a path with other than the ASCII characters that RFC
 * 3986 allows unescaped.
 */
export function publicUrl(setting: string | undefined): URL {
  const text = setting || LOCAL_URL;
  const url = URL.parse(text);
  const fault = faultOf(text, url);
  if (fault || !url) {
    // The message is logged, and logs must not contain passwords.
    const shown = text.replace(USER, '…');
    throw new PublicUrlError(`SITE_URL 写成 ${shown}，${fault}。${HELP}`);
  }
  return new URL(url.origin + `${url.pathname}/`.replace(/\/{2,}/g, '/'));
}

/**
 * Returns true if an address is that of the reader's own machine (RFC 6761, RFC 1122, RFC 4291) and so leads
 * nowhere.
 */
export const isLoopback = ({ hostname }: URL): boolean =>
  /^(?:.+\.)?localhost\.?$|^127(?:\.\d+){3}$|^\[::1\]$|^\[::ffff:7f[\da-f]{2}:[\da-f]+\]$|^0\.0\.0\.0$|^\[::\]$/.test(
    hostname,
  );
