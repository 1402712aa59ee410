import { element, encodeCotXml, encodeTakStream, type CotEvent } from '@csii/codecs'
import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

const NOON = Date.UTC(2026, 0, 3, 12)
const BOAT: CotEvent = {
  version: '2.0',
  uid: 'BOAT-1',
  type: 'a-f-S-X-L',
  how: 'm-g',
  time: NOON,
  start: NOON,
  stale: NOON + 60_000,
  point: { lat: 13.1, lon: -61.2, ce: 5 },
  detail: element('detail', {}, [element('contact', { callsign: 'HAIROUN 1' }), element('remarks', {}, ['ñandú'])]),
}
const XML = encodeCotXml(BOAT)
const FRAME = encodeTakStream({ cotEvent: BOAT, takControl: { maxProtoVersion: 1 } })

async function run(args: string[], ...pieces: (Uint8Array | string)[]) {
  let printed = ''
  const reports: string[] = []
  const stdout = new Writable({
    write(chunk, _, done) {
      printed += String(chunk)
      done()
    },
  })
  const stdin = Readable.from(pieces.map((piece) => Buffer.from(piece)))
  const code = await decode([...args, '-'], { stdin, stdout, report: (line) => void reports.push(line) })
  return { code, printed: printed.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)), reports }
}

describe('csii decode of Cursor on Target', () => {
  it('prints an event a line, in XML or in a frame, with the names of CoT', async () => {
    const { code, printed, reports } = await run(['--format', 'cot'], XML, FRAME)
    expect(code).toBe(0)
    expect(printed).toEqual([
      {
        event: {
          version: '2.0',
          uid: 'BOAT-1',
          type: 'a-f-S-X-L',
          how: 'm-g',
          time: '2026-01-03T12:00:00.000Z',
          start: '2026-01-03T12:00:00.000Z',
          stale: '2026-01-03T12:01:00.000Z',
          point: { lat: 13.1, lon: -61.2, ce: 5 },
          detail: { contact: { callsign: 'HAIROUN 1' }, remarks: 'ñandú' },
        },
      },
      {
        event: expect.objectContaining({ uid: 'BOAT-1', point: { lat: 13.1, lon: -61.2, ce: 5 } }),
        takControl: { maxProtoVersion: 1 },
      },
    ])
    expect(reports).toEqual(['2 events: 2 decoded'])
  })

  it('tells it from other formats by itself', async () => {
    expect((await run([], XML)).printed).toHaveLength(1)
    expect((await run([], FRAME)).printed).toHaveLength(1)
    expect((await run([], '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C\n')).reports).toEqual(
      ['1 sentences: 1 decoded'],
    )
  })

  it('prints the detail whole and in order with --raw', async () => {
    const { printed } = await run(['--raw'], XML)
    expect(printed[0].event.detail).toEqual(['detail', ['contact', { callsign: 'HAIROUN 1' }], ['remarks', 'ñandú']])
  })

  it('says what it could not read', async () => {
    const pieces = ['junk', XML, '<!DOCTYPE event><event></event>', XML.subarray(0, 80)]
    const { printed, reports } = await run(['--format', 'cot'], ...pieces)
    expect(printed).toHaveLength(1)
    expect(reports).toEqual(['4 events: 1 decoded, 1 framing, 1 unsupported, 1 length'])
  })

  it('takes no captures or editions for it', async () => {
    expect((await run(['--format', 'cot', '--pcap'], XML)).reports).toEqual(
      ['csii decode: --pcap and --edition are for ASTERIX.'],
    )
  })
})
