import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'node:tls';
import { needPrograms } from './debian.ts';
import { newFolder } from './project.ts';

/** A web server on loopback that serves a folder by one of the recipes in `deploy/`, over TLS. */
export interface Host {
  name: string;
  port: number;
  /** The port on which plain HTTP is redirected to TLS, if the recipe does so. */
  plainPort?: number;
  stop(): void;
}

/** Returns true if a server can listen on a port. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((tell) => {
    const server = createServer().once('error', () => tell(false));
    server.listen(port, '127.0.0.1', () => server.close(() => tell(true)));
  });

/** A free port below 32768: from there up, systems use ports for connections, of which load tests make many. */
async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  return (await isFree(port)) ? port : freePort();
}

/**
 * Waits until the server answers over TLS; throws with the server's output if it ends first. An open port is
 * not enough: Caddy listens before it has made its certificate.
 */
async function started(child: ChildProcess, port: number): Promise<void> {
  let said = '';
  child.stderr?.on('data', (text) => (said += text));
  while (child.exitCode === null) {
    const socket = connect({
      port,
      host: '127.0.0.1',
      rejectUnauthorized: false,
      servername: 'localhost',
    });
    const open = await once(socket, 'secureConnect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
    await pause(50);
  }
  throw new Error(said);
}

/** Replaces the recipe's examples by the values of a test. Throws if an example is not there. */
function fill(recipe: string, values: [from: string, to: string][]): string {
  for (const [from, to] of values) {
    if (!recipe.includes(from)) throw new Error(`the recipe has no ${from}`);
    recipe = recipe.replaceAll(from, to);
  }
  return recipe;
}

/** Starts nginx by its recipe. Its workers run as `user`; `www-data` is Debian's own choice. `frames` may
 * show its pages. */
export async function startNginx(root: string, user = 'root', frames = "'none'"): Promise<Host> {
  needPrograms();
  const [folder, port, plainPort] = [newFolder(), await freePort(), await freePort()];
  const [certificate, key] = [join(folder, 'replies.pem'), join(folder, 'replies.key')];
  const subject = '-subj /CN=localhost -addext subjectAltName=DNS:localhost';
  spawnSync(
    `openssl req -x509 -newkey rsa:2048 -nodes -days 2 ${subject} -keyout ${key} -out ${certificate}`,
    { shell: true },
  );
  const recipe = fill(readFileSync('deploy/nginx.conf', 'utf8'), [
    ['listen 80', `listen 127.0.0.1:${plainPort}`],
    ['listen [::]:80 default_server;', ''],
    ['listen [::]:80;', ''],
    ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
    ['listen [::]:443 ssl default_server;', ''],
    ['listen [::]:443 ssl http2;', ''],
    ['replies.example.gov.cn', 'localhost'],
    [`default "'none'";`, `default "${frames}";`],
    ['root /srv/replies;', `root ${root};`],
    ['/etc/ssl/replies.pem', certificate],
    ['/etc/ssl/replies.key', key],
  ]);
  writeFileSync(join(folder, 'replies.conf'), recipe);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `include /etc/nginx/modules-enabled/*.conf;
    ${process.getuid?.() === 0 ? `user ${user};` : ''}
    daemon off; pid ${folder}/pid; error_log stderr warn;
    events { worker_connections 1024; }
    http {
      include /etc/nginx/mime.types; access_log off;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/${one};`).join(' ')}
      include ${folder}/replies.conf;
    }`,
  );
  const child = spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf'), '-e', 'stderr']);
  await started(child, port);
  return { name: 'nginx', port, plainPort, stop: () => child.kill() };
}

export async function startCaddy(root: string, frames?: string): Promise<Host> {
  needPrograms();
  const [folder, port] = [newFolder(), await freePort()];
  const recipe = fill(readFileSync('deploy/Caddyfile', 'utf8'), [
    [':80, :443 {', `https://:${port} {`],
  ]);
  writeFileSync(
    join(folder, 'Caddyfile'),
    `{
      admin off
      default_bind 127.0.0.1
      auto_https disable_redirects
      skip_install_trust
      storage file_system ${folder}/storage
      log {
        output discard
      }
    }
    ${recipe}`,
  );
  const child = spawn('/usr/bin/caddy', ['run', '--config', join(folder, 'Caddyfile')], {
    env: {
      ...process.env,
      ...{ SITE_NAME: `https://localhost:${port}`, SITE_FOLDER: root },
      ...(frames !== undefined && { SITE_FRAMES: frames }),
    },
  });
  await started(child, port);
  return { name: 'Caddy', port, stop: () => child.kill() };
}
