import { createSocket } from 'node:dgram'
import { isIP, isIPv6 } from 'node:net'
import { hostAndPortFault, hostOf, portOf } from './address.ts'
import { once, type TransportKind } from './transport.ts'

const FORM = 'udp://0.0.0.0:10110, or udp://239.192.0.4:60004?interface=192.0.2.7 for a multicast group'
const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024

/** Datagrams to one of our addresses, to everybody on the network, or to a multicast group, which is joined. */
export const udp: TransportKind = {
  form: FORM,
  options: ['interface'],
  fault(url) {
    const bare = hostAndPortFault(url, FORM)
    if (bare) return bare
    if (isIP(hostOf(url)) === 0) return `has a host that is no address. Write ${FORM}.`
    const via = url.searchParams.get('interface')
    return via !== null && !isMulticast(hostOf(url)) ? `names an interface, which only a multicast group has. Write ${FORM}.` : undefined
  },
  open(url, given) {
    const events = once(given)
    const host = hostOf(url)
    const socket = createSocket({ type: isIPv6(host) ? 'udp6' : 'udp4', reuseAddr: isMulticast(host) })
    socket.on('message', (bytes) => events.bytes(bytes, true))
    socket.on('error', (error) => {
      events.closed(error.message, false)
      void close()
    })
    socket.bind(portOf(url), host, () => {
      try {
        socket.setRecvBufferSize(RECEIVE_BUFFER_BYTES)
        if (isMulticast(host)) socket.addMembership(host, url.searchParams.get('interface') ?? undefined)
        events.opened()
      } catch (error) {
        events.closed(`The group could not be joined: ${error instanceof Error ? error.message : error}`, false)
        void close()
      }
    })
    let closing: Promise<void> | undefined
    const close = () => (closing ??= new Promise<void>((resolve) => socket.close(() => resolve())))
    return {
      resume() {},
      close() {
        events.silence()
        return close()
      },
    }
  },
}

/** 224.0.0.0/4 (RFC 5771) and ff00::/8 (RFC 4291, § 2.7). */
export const isMulticast = (host: string): boolean => /^(22[4-9]|23\d)\./.test(host) || /^ff/i.test(host)
