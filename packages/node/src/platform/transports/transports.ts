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
  return kind.fault(url)
}

/** An address as a page may show it: without the name, password or key that some networks want. */
export function withoutSecrets(text: string): string {
  const url = URL.parse(text)
  if (!url) return text
  const kind = TRANSPORTS.get(url.protocol)
  // What a server's address holds for that server may be a key as well as anything else.
  const foreign = kind?.passesQuery ? [...url.searchParams.keys()].filter((key) => !kind.options.includes(key)) : []
  if (url.username === '' && url.password === '' && foreign.length === 0) return text
  url.username = ''
  url.password = ''
  for (const key of foreign) url.searchParams.set(key, '***')
  return url.href
}
