import { publicAddress } from '../src/site/public-address.ts';
import { serve } from './server.ts';

/** `npm start`: shows the built site on this machine, below the same path as in public. */
const { pathname } = publicAddress(process.env['SITE_URL']);
const { url } = await serve('dist', pathname, Number(process.env['PORT'] ?? 4321));
console.log(`网站已就绪：${url}（按 Ctrl+C 停止）`);
