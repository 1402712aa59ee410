import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CotScanner } from './cot-scanner.ts'
import { encodeCotXml, LONGEST_EVENT } from './cot-xml.ts'
import { readDatagram } from './datagram.ts'
import { bytesOf, changed, joined, PHONE } from './fixtures/events.ts'
import { encodeTak, encodeTakMesh, encodeTakStream } from './tak.ts'

type Where = [bytes: Uint8Array, from: number, to: number]

/** What a scanner finds, in order: an event or a payload as text, a problem with its name before it. */
function startScan() {
  const found: string[] = []
  const text = (...[bytes, from, to]: Where) => String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 400)))
  const taker = {
    xml: (...where: Where) => void found.push(text(...where)),
    tak: (...where: Where) => void found.push(`tak ${text(...where)}`),
    problem: (problem: string, ...where: Where) => void found.push(`${problem} ${text(...where)}`),
  }
  return { found, taker, scanner: new CotScanner(taker) }
}

function scan(...pieces: readonly (string | Uint8Array)[]): string[] {
  const { found, scanner } = startScan()
  for (const piece of pieces) scanner.read(joined(piece))
  scanner.end()
  return found
}

function scanDatagram(...pieces: readonly (string | Uint8Array)[]): string[] {
  const { found, taker, scanner } = startScan()
  readDatagram(joined(...pieces), scanner, taker)
  return found
}

const A = '<event uid="A"></event>'
const B = '<event uid="B"></event>'
const XML = '<?xml version="1.0"?>'
const SIMILAR = '<event><events/><eventful></eventful></event>'
const SMALL = changed({ uid: 'S' })
const PAYLOAD = `tak ${String.fromCharCode(...encodeTak({ cotEvent: SMALL }))}`
const STREAM = encodeTakStream({ cotEvent: SMALL })
const MESH = encodeTakMesh({ cotEvent: SMALL })

describe('a stream of Cursor on Target', () => {
  it.each([
    ['back to back', A + B, [A, B]],
    ['with line ends between', `\r\n${A}\n\n${B}\n`, [A, B]],
    ['with declarations', `${XML}\n${A}${XML}${B}`, [`${XML}\n${A}`, `${XML}${B}`]],
    ['with NULs between', `${A}\0${B}\0`, [A, B]],
    ['behind a byte order mark', `\xef\xbb\xbf${A}`, [A]],
    ['with blanks in their tags', `<event\n uid="A"></event >${B}`, ['<event\n uid="A"></event >', B]],
    ['with elements of similar names', SIMILAR, [SIMILAR]],
  ])('has events %s', (_, text, events) => {
    expect(scan(text)).toEqual(events)
  })

  it('has frames, and events between them', () => {
    expect(scan(STREAM, A, STREAM, STREAM, '\n', B)).toEqual([PAYLOAD, A, PAYLOAD, PAYLOAD, B])
  })

  it('may have frames of the mesh, which end where another message begins', () => {
    expect(scan(MESH)).toEqual([PAYLOAD])
    expect(scan(MESH, MESH, A, MESH, STREAM, MESH)).toEqual([PAYLOAD, PAYLOAD, A, PAYLOAD, PAYLOAD, PAYLOAD])
  })

  it.each([
    ['text', `hello${A}`, ['framing hello', A]],
    ['an event that was cut off', `<event uid="X"><detail>${A}`, ['framing <event uid="X"><detail>', A]],
    ['the end of one that was not seen begin', `ail></event>${A}`, ['framing ail></event>', A]],
    ['another element', `<ping/>${A}`, ['framing <ping/>', A]],
    ['another element with a declaration', `${XML}<events>${A}`, ['framing <events>', A]],
    ['the magic byte in characters', `x\xef\xbf\xbd\xbf\x01\x02${A}`, ['framing x\xef\xbf\xbd\xbf\x01\x02', A]],
    ['half a byte order mark', `\xef\xbb${A}`, ['framing \xef\xbb', A]],
  ])('goes on behind %s, which counts once', (_, text, found) => {
    expect(scan(text)).toEqual(found)
  })

  it('goes on with a frame amid junk', () => {
    expect(scan('junk', STREAM, 'junk', A)).toEqual(['framing junk', PAYLOAD, 'framing junk', A])
  })

  it('shows nobody a password', () => {
    expect(scan(`<auth><cot username="u" password="secret"/></auth>${A}`)).toEqual(['unsupported ', A])
    expect(scan(`${XML}<auth><cot password="secret"/></auth>${XML}${A}`)).toEqual(['unsupported ', A])
    expect(scan(`junk<auth><cot password="secret"/></auth>`)).toEqual(['framing junk'])
    expect(scan('<event><auth><cot password="secret"')).toEqual(['length <event>'])
    expect(scan('<auth><cot password="secret"')).toEqual(['unsupported '])
  })

  it('shows the begin of long junk and passes over the rest', () => {
    const found = scan('junk '.repeat(100_000), A)
    expect(found).toEqual([`framing ${'junk '.repeat(80)}`, A])
  })

  it.each([
    ['an event', A.slice(0, -1)],
    ['a declaration', '<?xml version="1.0"?>'],
    ['a frame', STREAM.subarray(0, 20)],
    ['the head of a frame', Uint8Array.of(0xbf)],
    ['the head of a frame of the mesh', Uint8Array.of(0xbf, 1)],
  ])('says that %s was cut off when it ends there', (_, rest) => {
    expect(scan(B, rest).map((each) => each.split(' ')[0])).toEqual(['<event', 'length'])
  })

  it.each([
    ['a length of five bytes', [0xbf, 0xff, 0xff, 0xff, 0xff, 0x7f], 'overflow'],
    ['a length just beyond', [0xbf, 0x81, 0x80, 0x10, 0x12], 'overflow'],
    ['a length of 64 bits', [0xbf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 0x12], 'overflow'],
    ['a length that never ends', [0xbf, ...Array.from({ length: 12 }, () => 0xff)], 'framing'],
    ['a payload that begins no message', [0xbf, 0x03, 0x77, 0, 0], 'framing'],
    ['a message longer than its frame', [0xbf, 0x03, 0x12, 0x7f, 0], 'framing'],
    ['no payload', [0xbf, 0x00], 'framing'],
  ])('refuses a frame with %s, and reads what follows', (_, bytes, problem) => {
    expect(scan(Uint8Array.from(bytes), A).map((each) => each.split(' ')[0])).toEqual([problem, '<event'])
  })

  it('holds no event that is longer than any', () => {
    const { found, scanner } = startScan()
    const piece = bytesOf('x'.repeat(10_000))
    scanner.read(bytesOf('<event uid="X">'))
    for (let i = 0; i < 100; i++) scanner.read(piece)
    expect(found.map((each) => each.slice(0, 23))).toEqual(['overflow <event uid="X"'])
    scanner.read(bytesOf(A))
    expect(found.at(-1)).toBe(A)
    expect(LONGEST_EVENT).toBeLessThan(100 * piece.length)
  })

  it('finds the same however it is cut', () => {
    const wholes = [A, B, STREAM, MESH, encodeCotXml(SMALL)]
    const parts = fc.constantFrom(...wholes, '\n', XML, 'junk', '<', '</', '\xbf', '\xef\xbb\xbf', '<event')
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), fc.array(fc.nat(900), { maxLength: 12 }), (all, cuts) => {
        const bytes = joined(...all)
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
        const pieces = places.slice(1).map((to, index) => bytes.subarray(places[index], to))
        expect(scan(...pieces)).toEqual(scan(bytes))
      }),
      { numRuns: 500 },
    )
  })

  it('finds the same byte by byte', () => {
    const bytes = joined('junk', A, STREAM, encodeCotXml(PHONE), MESH, B, '<event', A)
    expect(scan(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(scan(bytes))
  })
})

describe('a datagram', () => {
  it('holds an event, a frame of the mesh, or one of a stream', () => {
    expect(scanDatagram(A)).toEqual([A])
    expect(scanDatagram(MESH)).toEqual([PAYLOAD])
    expect(scanDatagram(STREAM)).toEqual([PAYLOAD])
    expect(scanDatagram('\n')).toEqual([])
    expect(scanDatagram('')).toEqual([])
  })

  it('may speak another version of the protocol, which nobody here does', () => {
    expect(scanDatagram(Uint8Array.of(0xbf, 2, 0xbf, 1, 2))).toEqual(['unsupported \xbf\x02\xbf\x01\x02'])
  })

  it('ends what it begins', () => {
    expect(scanDatagram(A.slice(0, 12))).toEqual([`length ${A.slice(0, 12)}`])
    expect(scanDatagram('junk')).toEqual(['framing junk'])
    expect(scanDatagram(Uint8Array.of(0xbf, 0x85))).toEqual(['length \xbf\x85'])
  })
})
