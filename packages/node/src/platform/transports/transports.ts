import { pathOf } from './address.ts'
import { file } from './file.ts'
import { httpPoll } from './http-poll.ts'
import { serial } from './serial.ts'
import { stdin } from './stdin.ts'
import { tcpClient } from './tcp-client.ts'
import { tcpListen } from './tcp-listen.ts'
import type { TransportKind } from './transport.ts'
import { udp } from './udp.ts'
import { webSocket } from './websocket.ts'

/** Every way for bytes to come in, by the scheme of its addresses. */
export const TRANSPORTS: ReadonlyMap<string, TransportKind> = new Map([
  ['tcp:', tcpClient],
  ['tcp-listen:', tcpListen],
  ['udp:', udp],
  ['serial:', serial],
  ['file:', file],
  ['stdin:', stdin],
  ['ws:', webSocket],
  ['wss:', webSocket],
  ['http:', httpPoll],
  ['https:', httpPoll],
])

/** What is wrong with a source's address and what to write instead, or nothing. */
export function checkUrl(text: string): string | undefined {
  const url = URL.parse(text)
  const kind = url && TRANSPORTS.get(url.protocol)
  if (!kind) return `is no address of a sensor. Write ${[...new Set(TRANSPORTS.values())].map(({ form }) => form.split(',', 1)[0]).join(', ')}.`
  if (url.protocol === 'file:' && !/^file:\//i.test(text)) return `has a path that does not begin at the root. Write ${kind.form}.`
  const unknown = [...url.searchParams.keys()].find((option) => !kind.options.includes(option))
  if (unknown !== undefined && !kind.passesQuery) return `has no option "${unknown}". Write ${kind.form}.`
  if (foreignKeys(url).some((key) => url.searchParams.get(key) === HIDDEN)) return `holds ${HIDDEN} in place of a key. Write the key itself.`
  return kind.fault(url)
}

/** What a page shows in place of what an address holds for its server. */
const HIDDEN = '***'

/** What stands after `?` for the server: it may be a key as well as anything else. */
function foreignKeys(url: URL): readonly string[] {
  const kind = TRANSPORTS.get(url.protocol)
  return kind?.passesQuery ? [...url.searchParams.keys()].filter((key) => !kind.options.includes(key)) : []
}

/** Those that reach a sensor. The others read this machine's own files and input, which is the technician's to say. */
export const PAGE_TRANSPORTS = [...TRANSPORTS].filter(([scheme]) => scheme !== 'file:' && scheme !== 'stdin:')

/** Why an address, good in itself, may not be set up through the API, with what to do instead; or nothing. */
export function whyNotOnPage(text: string): string | undefined {
  const url = new URL(text)
  if (!PAGE_TRANSPORTS.some(([scheme]) => scheme === url.protocol)) {
    return `Files and standard input of the node's machine are opened by its configuration file only. Write ${url.protocol} there.`
  }
  if (url.protocol !== 'serial:' || isDevice(pathOf(url) ?? '')) return undefined
  return 'A serial port set up here is a device below /dev. Write serial:/dev/ttyUSB0?baud=38400 with its name.'
}

const isDevice = (path: string): boolean => (path.startsWith('/dev/') && !path.includes('..')) || /^COM\d{1,3}$/i.test(path)

/** An address as a page may show it: without the name, password or key that some networks want. */
export function withoutSecrets(text: string): string {
  const url = URL.parse(text)
  if (!url) return text
  const foreign = foreignKeys(url)
  if (url.username === '' && url.password === '' && foreign.length === 0) return text
  url.username = ''
  url.password = ''
  for (const key of foreign) url.searchParams.set(key, HIDDEN)
  return url.href
}
