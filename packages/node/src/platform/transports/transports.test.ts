import { describe, expect, it } from 'vitest'
import { checkUrl, PAGE_TRANSPORTS, whyNotOnPage, withoutSecrets } from './transports.ts'

describe('the address of a source', () => {
  it.each([
    'tcp://192.0.2.1:4001', 'tcp://receiver.example:4001?idle=600', 'tcp-listen://0.0.0.0:4001', 'udp://0.0.0.0:10110', 'udp://[::]:10110',
    'udp://239.192.0.4:60004?interface=192.0.2.7', 'serial:/dev/ttyUSB0?baud=38400', 'serial:COM3', 'file:/srv/day.nmea.gz?speed=0', 'stdin:',
    'ws://192.0.2.1:3000/signalk/v1/stream?subscribe=self', 'wss://feed.example/stream?idle=60&key=abc', 'http://192.0.2.1/data.json?every=2',
    'https://feed.example/api?area=caribbean&every=60',
  ])('%s is accepted', (url) => {
    expect(checkUrl(url)).toBeUndefined()
  })

  it.each([
    ['not a url', 'Write tcp://host:port'],
    ['ftp://x:1', 'Write tcp://host:port'],
    ['tcp://192.0.2.1', 'has no port. Write tcp://host:port'],
    ['tcp://192.0.2.1:99999', 'Write tcp://host:port'],
    ['tcp://192.0.2.1:1?idle=soon', 'idle time that is no number'],
    ['tcp-listen://:4001', 'tcp-listen://0.0.0.0:4001'],
    ['udp://receiver.example:10110', 'host that is no address'],
    ['udp://0.0.0.0:10110?interface=192.0.2.7', 'names an interface, which only a multicast group has'],
    ['serial:', 'names no device. Write serial:/dev/ttyUSB0'],
    ['serial:/dev/ttyUSB0?baud=fast', 'baud that is no line speed'],
    ['file:/x?speed=-1', 'pace that is no number'],
    ['file:day.nmea', 'does not begin at the root'],
    ['file://day.nmea', 'host where its path should begin'],
    ['file:/a%zz', 'names no file'],
    ['tcp://192.0.2.1:0', 'has no port'],
    ['serial:/dev/ttyUSB0?buad=4800', 'has no option "buad". Write serial:/dev/ttyUSB0?baud=38400'],
    ['ws://192.0.2.1/?subscribe=everything', 'subscribes to what no Signal K server has'],
    ['ws://192.0.2.1/?idle=soon', 'idle time that is no number'],
    ['http://192.0.2.1/?every=never', 'asks at times that are no number of seconds. Write http://host:port/path'],
    ['https://192.0.2.1/?every=0', 'asks at times'],
    ['wss://feed.example/stream?key=***&idle=60', 'holds *** in place of a key. Write the key itself'],
    ['udp://239.192.0.4:60004?interfce=192.0.2.7', 'has no option "interfce"'],
  ])('%s is refused, saying what to write', (url, sentence) => {
    const wrong = checkUrl(url)
    expect(wrong).toContain(sentence)
    expect(wrong).toContain('Write ')
  })

  it('is shown without its secrets', () => {
    expect(withoutSecrets('tcp://user:word@192.0.2.1:4001')).toBe('tcp://192.0.2.1:4001')
    expect(withoutSecrets('serial:/dev/ttyUSB0?baud=38400')).toBe('serial:/dev/ttyUSB0?baud=38400')
    expect(withoutSecrets('wss://user:word@feed.example/stream?key=abc&idle=60')).toBe('wss://feed.example/stream?key=***&idle=60')
    expect(withoutSecrets('http://192.0.2.1/data.json?every=2')).toBe('http://192.0.2.1/data.json?every=2')
    expect(withoutSecrets('no address')).toBe('no address')
  })
})

describe('the address of a source of the page', () => {
  it.each(['tcp://192.0.2.1:4001', 'udp://0.0.0.0:10110', 'tcp-listen://0.0.0.0:1', 'serial:/dev/serial/by-id/usb-x', 'serial:COM3'])(
    '%s is accepted', (url) => expect(whyNotOnPage(url)).toBeUndefined(),
  )

  it.each([
    ['file:/etc/passwd', 'Write file: there'],
    ['stdin:', 'Write stdin: there'],
    ['serial:/etc/passwd', 'device below /dev'],
    ['serial:/dev/../etc/passwd', 'device below /dev'],
    ['serial:/dev/%2e%2e%2fetc/passwd', 'device below /dev'],
    ['serial:/dev/x%2f..%2f..%2fetc/passwd', 'device below /dev'],
  ])('%s is refused in a sentence', (url, sentence) => expect(whyNotOnPage(url)).toContain(sentence))

  it('is explained with its form, for those that there are', () => {
    const schemes = PAGE_TRANSPORTS.map(([scheme]) => scheme)
    expect(schemes).toContain('tcp:')
    expect(schemes).not.toContain('file:')
    expect(schemes).not.toContain('stdin:')
  })
})
