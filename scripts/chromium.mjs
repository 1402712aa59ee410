// Plain JavaScript: finds or installs the Chromium that the browser tests drive.
import { existsSync } from 'node:fs'
import { run } from './prepare.mjs'

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The path of a Chromium: the one CHROMIUM_PATH names, an installed one, Playwright's, or Debian's package. */
export async function findChromium() {
  const present = [process.env.CHROMIUM_PATH, ...KNOWN].find((path) => path && existsSync(path))
  if (present) return present
  return (await playwrightChromium()) ?? (await debianChromium())
}

async function playwrightChromium() {
  const { chromium } = await import('playwright-core')
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  console.log('No Chromium found: asking Playwright for one …')
  await run('playwright-core', ['install', 'chromium'])
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

async function debianChromium() {
  if (process.getuid?.() !== 0) return undefined
  console.log('Playwright could not download one: installing the Debian package chromium …')
  await run('apt-get', ['update', '-qq'])
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'])
  return KNOWN.find((path) => existsSync(path))
}
