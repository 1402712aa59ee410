// Plain JavaScript: finds or installs the independent programs that our decoders, encoders and figures are compared with.
import { existsSync } from 'node:fs'
import { run } from './prepare.mjs'

/** Program, or the place of a library, and the Debian package that brings it. */
const PEERS = [
  ['tshark', 'tshark'],
  ['gpsd', 'gpsd'],
  ['gpsdecode', 'gpsd-clients'],
  ['dump1090-mutability', 'dump1090-mutability'],
  ['/usr/lib/postgresql', 'postgresql'],
  ['/usr/lib/python3/dist-packages/numpy', 'python3-numpy'],
  ['/usr/lib/python3/dist-packages/scipy', 'python3-scipy'],
]

const FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin']
const isPresent = (peer) => (peer.startsWith('/') ? existsSync(peer) : FOLDERS.some((folder) => existsSync(`${folder}/${peer}`)))

/** Where they cannot be installed, the tests that need one say so by name and are counted as skipped. */
export async function installPeers() {
  const missing = PEERS.filter(([peer]) => !isPresent(peer)).map(([, name]) => name)
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
