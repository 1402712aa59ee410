// Plain JavaScript: finds or installs the independent programs that our decoders and encoders are compared with.
import { existsSync } from 'node:fs'
import { run } from './prepare.mjs'

/** Program and the Debian package that brings it. */
const PEERS = [
  ['tshark', 'tshark'],
  ['gpsd', 'gpsd'],
  ['gpsdecode', 'gpsd-clients'],
  ['dump1090-mutability', 'dump1090-mutability'],
]

const isPresent = (program) => ['/usr/bin', '/usr/sbin', '/usr/local/bin'].some((folder) => existsSync(`${folder}/${program}`))

/** Where they cannot be installed, the tests that need one say so by name and are counted as skipped. */
export async function installPeers() {
  const missing = PEERS.filter(([program]) => !isPresent(program)).map(([, name]) => name)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.log(`Some tests compare ours with other programs and are skipped without them. To run them: apt-get install ${missing.join(' ')}`)
    return
  }
  console.log(`Installing the Debian packages ${missing.join(', ')} …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env, quiet: true })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env, quiet: true })
}
