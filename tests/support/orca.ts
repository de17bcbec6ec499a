import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needFiles } from './debian.ts';

/** The programs with which Orca reads a page of Firefox aloud, and the Debian packages that contain them. */
const PROGRAMS = {
  '/usr/bin/orca': 'orca',
  '/usr/libexec/at-spi-bus-launcher': 'at-spi2-core',
  '/usr/bin/speech-dispatcher': 'speech-dispatcher',
  '/usr/bin/dbus-run-session': 'dbus',
  '/usr/bin/Xvfb': 'xvfb',
  '/usr/bin/xdotool': 'xdotool',
  '/usr/bin/firefox-esr': 'firefox-esr',
};

/** Installs what Orca needs. Throws an error that names what cannot be installed. */
export const needOrca = (): void => needFiles(PROGRAMS);

const PREFERENCES = `user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("accessibility.force_disabled", -1);
`;

/**
 * Starts a screen, Orca and Firefox with the page $1, presses the keys that follow, and notes the time of the last.
 * Orca writes its log in blocks, so nothing can wait for a line of it.
 */
const SESSION = `
trap 'kill $(jobs -p) 2>/dev/null' EXIT
Xvfb -displayfd 1 -screen 0 1280x900x24 >display 2>/dev/null &
until grep -q . display; do sleep 0.1; done
export DISPLAY=:$(cat display)
/usr/libexec/at-spi-bus-launcher --launch-immediately &
sleep 1
orca --replace --debug-file=orca.log &
sleep 8
firefox-esr --profile profile --no-remote "$1" &
sleep 20
xdotool windowfocus $(xdotool search --onlyvisible --class firefox | tail -1)
shift
for key; do sleep 3; date +%T.%6N >pressed; xdotool key $key; done
sleep 6
`;

/**
 * Opens a page in Firefox and presses keys, such as `Tab` and `Return`. Returns what Orca said after the last key.
 */
export async function listenToOrca(address: string, keys: string[]): Promise<string[]> {
  const home = mkdtempSync(join(tmpdir(), 'orca-'));
  const profile = join(home, 'profile');
  try {
    for (const folder of [profile, join(home, 'run')]) mkdirSync(folder, { mode: 0o700 });
    writeFileSync(join(profile, 'user.js'), PREFERENCES);
    const child = spawn(
      'dbus-run-session',
      ['--', 'bash', '-c', SESSION, 'orca', address, ...keys],
      {
        cwd: home,
        stdio: 'ignore',
        timeout: 120_000,
        env: {
          PATH: process.env['PATH'],
          HOME: home,
          XDG_RUNTIME_DIR: join(home, 'run'),
          LANG: 'C.UTF-8',
          GNOME_ACCESSIBILITY: '1',
        },
      },
    );
    await new Promise((ended) => child.on('close', ended));
    const pressed = readFileSync(join(home, 'pressed'), 'utf8').trim();
    const log = readFileSync(join(home, 'orca.log'), 'utf8');
    return [...log.matchAll(/^([\d:.]+) - SPEECH OUTPUT: '(.*?)' ?\{/gm)]
      .filter(([, time = '']) => time >= pressed)
      .map(([, , words = '']) => words);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
