import { encodeAsterix, encodeTtd, encodeTtm } from '@csii/codecs'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

const MOORED = '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C'
const PACKED = {
  targetNumber: 9, trueBearing: 45, status: 4, operationMode: 0, distance: 2, speedMode: 0, stabilisationMode: 0,
  correlationNumber: 0,
}
const DAMAGED = MOORED.replace('G?tO', 'G?tP')

let folder = ''
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'csii-decode-'))))
afterAll(() => rmSync(folder, { recursive: true }))

/** A stream that keeps what is written to it. */
function keeper() {
  let kept = ''
  const stream = new Writable({
    write(chunk, _, done) {
      kept += String(chunk)
      done()
    },
  })
  return { stream, lines: () => kept.split('\n').filter((line) => line !== '') }
}

async function run(args: string[], stdin: string | Uint8Array = '') {
  const out = keeper()
  const reports: string[] = []
  const streams = { stdin: Readable.from([stdin]), stdout: out.stream, report: (line: string) => void reports.push(line) }
  const code = await decode(args, streams)
  return { code, messages: out.lines().map((line) => JSON.parse(line)), reports }
}

function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('csii decode', () => {
  it('prints a message as people read it: degrees, knots, and nothing that is not available', async () => {
    const { code, messages } = await run([fileWith('one.nmea', `${MOORED}\r\n`)])
    expect(code).toBe(0)
    expect(messages).toMatchObject([{ type: 1, mmsi: 477_553_000, speed: 0, course: 51, heading: 181, status_text: 'Moored' }])
    expect(messages[0].lat).toBeCloseTo(47.5828, 4)
  })

  it('prints it as it was transmitted with --raw', async () => {
    const { messages } = await run(['--raw', '--format', 'nmea', fileWith('raw.nmea', `${MOORED}\r\n`)])
    expect(messages).toMatchObject([{ type: 1, scaled: false, lon: -73_407_500, lat: 28_549_700, course: 510, turn: 0 }])
  })

  it('reads standard input', async () => {
    expect((await run(['-'], `${MOORED}\n${MOORED}\n`)).messages).toHaveLength(2)
  })

  it('reads a packed file', async () => {
    expect((await run([fileWith('packed.nmea.gz', gzipSync(`${MOORED}\n`))])).messages).toHaveLength(1)
  })

  it('prints more than any buffer holds, in order', async () => {
    const boats = Array.from({ length: 3000 }, () => MOORED).join('\n')
    expect((await run(['-'], boats)).messages).toHaveLength(3000)
  })

  it('says how many sentences it could not read, and why', async () => {
    const { code, messages, reports } = await run(['-'], `${MOORED}\n${DAMAGED}\njunk\n$GPGSV,,*55\n`)
    expect(code).toBe(0)
    expect(messages).toHaveLength(1)
    expect(reports).toEqual(['4 sentences: 1 decoded, 1 framing, 1 checksum, 1 unsupported'])
  })

  it('prints the sentences of radars and of own ship by their fields, between those of AIS', async () => {
    const packed = '0PP10Eg@wwP74@0'
    const targets = Array.from({ length: 5 }, (_, index) => ({ ...PACKED, targetNumber: index }))
    const lines = ['$GPHDT,123.456,T*32', MOORED, ...encodeTtd(targets), encodeTtm({ targetNumber: 7, bearing: 45 })]
    const { messages, reports } = await run(['-'], [...lines, `!RATTD,01,01,,${packed}x,0*00`].join('\n'))
    expect(messages).toMatchObject([
      { sentence: 'HDT', talker: 'GP', heading: 123.456 },
      { type: 1 },
      { sentence: 'TTD', targets },
      { sentence: 'TTM', talker: 'RA', targetNumber: 7, bearing: 45 },
    ])
    expect(reports).toEqual(['6 sentences: 5 decoded, 1 checksum'])
  })

  it('fails when the file is not there', async () => {
    const { code, reports } = await run([join(folder, 'absent.nmea')])
    expect(code).toBe(1)
    expect(reports.join()).toMatch(/could not read .*absent\.nmea: ENOENT/)
  })

  it('fails when a packed file is damaged', async () => {
    const { code } = await run([fileWith('damaged.gz', 'this was never packed')])
    expect(code).toBe(1)
  })

  it.each([
    [['--format', 'fax', '-'], 'does not read the format "fax". Write one of: auto, nmea, asterix'],
    [['--frobnicate', '-'], "Unknown option '--frobnicate'"],
    [[], 'Write its path, or - for standard input.'],
    [['one', 'two'], 'reads one file'],
    [['--edition', '048=9.9', '-'], 'Category 048 has no edition 9.9 here. It has: 1.27,'],
    [['--format', 'nmea', '--pcap', '-'], '--pcap and --edition are for ASTERIX'],
  ])('explains a command line that it cannot understand: %j', async (args, sentence) => {
    const { code, messages, reports } = await run(args)
    expect(code).toBe(2)
    expect(messages).toEqual([])
    expect(reports.join()).toContain(sentence)
  })

  it('says that the disk is full when it is', async () => {
    const stdout = new PassThrough()
    stdout.once('data', () => stdout.destroy(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })))
    const reports: string[] = []
    const boats = Array.from({ length: 5000 }, () => `${MOORED}\n`)
    const code = await decode(['-'], { stdin: Readable.from(boats), stdout, report: (line) => void reports.push(line) })
    expect(code).toBe(1)
    expect(reports).toEqual(['csii decode could not write what it read of -: ENOSPC: no space left'])
  })

  it('ends quietly when its reader goes away', async () => {
    const stdout = new PassThrough()
    const reports: string[] = []
    stdout.once('data', () => stdout.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })))
    const boats = Array.from({ length: 5000 }, () => `${MOORED}\n`)
    const code = await decode(['-'], { stdin: Readable.from(boats), stdout, report: (line) => void reports.push(line) })
    expect(code).toBe(0)
    expect(reports).toEqual([])
  })
})

describe('csii decode of ASTERIX', () => {
  const items = { 'I048/010': { SAC: 25, SIC: 201 }, 'I048/040': { RHO: 12.5, THETA: 90 } }
  const register = [{ MBDATA: 'C65632B0A80000', BDS1: 4, BDS2: 0 }]
  const blocks = encodeAsterix([{ cat: 48, items }, { cat: 34, items: { 'I034/000': 2 } }])

  /** One datagram in a capture of Ethernet. */
  function captureOf(payload: Uint8Array): Buffer {
    const frame = Buffer.concat([Buffer.alloc(42), payload])
    frame.writeUInt16BE(0x0800, 12)
    frame.writeUInt8(0x45, 14)
    frame.writeUInt8(17, 23)
    frame.writeUInt16BE(payload.length + 8, 38)
    const header = Buffer.alloc(40)
    header.writeUInt32LE(0xa1b2c3d4, 0)
    header.writeUInt32LE(1, 20)
    header.writeUInt32LE(frame.length, 32)
    header.writeUInt32LE(frame.length, 36)
    return Buffer.concat([header, frame])
  }

  it('prints a record with the names and the units of the standard', async () => {
    const { code, messages, reports } = await run(['--format', 'asterix', fileWith('one.ast', blocks)])
    expect([code, reports]).toEqual([0, ['2 records: 2 decoded']])
    expect(messages).toEqual([{ cat: 48, items }, { cat: 34, items: { 'I034/000': 2 } }])
  })

  it('tells it from sentences by itself, in a capture too', async () => {
    expect((await run(['-'], blocks)).messages).toHaveLength(2)
    expect((await run([fileWith('a.pcap', captureOf(blocks))])).messages).toHaveLength(2)
    expect((await run(['--format', 'asterix', '--pcap', fileWith('b.pcap', captureOf(blocks))])).messages).toHaveLength(2)
  })

  it('tells what the registers of an aircraft mean, and not with --raw', async () => {
    const bytes = encodeAsterix([{ cat: 48, items: { 'I048/250': register } }])
    expect((await run(['-'], bytes)).messages[0].items['I048/250'][0].REGISTER).toMatchObject({ MCP: 36_000 })
    expect((await run(['--raw', '-'], bytes)).messages[0].items['I048/250']).toEqual(register)
  })

  it('reads an older edition where it is told to', async () => {
    const editions = { 21: '0.26' }
    const bytes = encodeAsterix([{ cat: 21, items: { 'I021/010': { SAC: 1, SIC: 2 }, 'I021/030': 5 } }], editions)
    expect((await run(['--edition', '021=0.26', '-'], bytes)).messages).toMatchObject([{ items: { 'I021/030': 5 } }])
    expect((await run(['--format', 'asterix', '-'], bytes)).messages).not.toMatchObject([{ items: { 'I021/030': 5 } }])
  })

  it('says what it could not read, and what is doubtful', async () => {
    const doubtful = Uint8Array.of(48, 0, 7, 1, 16, 0xf0, 5)
    const { messages, reports } = await run(['--format', 'asterix', '-'], Buffer.concat([doubtful, blocks.subarray(0, blocks.length - 1)]))
    expect(messages[0]).toMatchObject({ items: { 'I048/161': { TRN: 5 } }, doubts: ['I048/161'] })
    expect(reports).toEqual(['3 records: 2 decoded, 1 length, 1 of them doubtful: is it the right edition?'])
  })

  it('reads nothing out of nothing', async () => {
    expect((await run(['--format', 'asterix', '-'], '')).reports).toEqual(['0 records: 0 decoded'])
    expect((await run(['-'], '')).reports).toEqual(['0 sentences: 0 decoded'])
  })
})

describe('csii decode of vessel monitoring and satellite detections', () => {
  const NAF = '//SR//AD/XNE//FR/VCT//TM/POS//RC/J8B1234//RN/17//LT/+13.087//LG/-061.258//DA/20260301//TI/1230//SP/85//CO/270//ER//'
  const LIST = 'Beacon ID;Timestamp;Latitude;Longitude\n12;2026-03-01 12:30:00;13,0875;-61,2583\n'
  const FEATURE = '{"type":"Feature","geometry":{"type":"Point","coordinates":[-61.2,13.1]},"properties":{"time":"2026-03-01T10:00:00Z"}}'

  it('prints a message with the codes of the format and what they mean', async () => {
    const { messages, reports } = await run(['-'], `From: fmc\n\n${NAF}\n//SR//AD/XNE//TM/POS//RC/A//RC/B//ER//\n`)
    expect(messages).toMatchObject([{ AD: 'XNE', TM: 'POS', RN: 17, SP: 85, time: '2026-03-01T12:30:00.000Z', lat: 13.087, speed: 8.5 }])
    expect(reports).toEqual(['3 messages: 1 decoded, 1 framing, 1 value'])
    expect((await run(['--format', 'naf', '--raw', '-'], NAF)).messages[0]).toMatchObject({ LT: '+13.087', RN: '17' })
  })

  it('prints the plots of a list, its columns guessed or told', async () => {
    const { messages, reports } = await run(['-'], LIST)
    expect(messages).toMatchObject([{ time: '2026-03-01T12:30:00.000Z', lat: 13.0875, lon: -61.2583, uid: 'file/12' }])
    expect(reports).toEqual(['1 reports: 1 decoded'])
    const mapped = await run(['--mapping', 'id=1 time=2 lat=3 lon=4 zone=-4', '-'], LIST)
    expect(mapped.messages).toMatchObject([{ time: '2026-03-01T16:30:00.000Z' }])
    expect((await run(['--format', 'vms-csv', '-'], `${LIST}12;soon;1;2\n`)).reports).toEqual(['2 reports: 1 decoded, 1 value'])
  })

  it('prints the plots of satellite detections', async () => {
    const { messages } = await run(['-'], `{"type":"FeatureCollection","features":[${FEATURE},${FEATURE}]}`)
    expect(messages).toMatchObject([{ lat: 13.1, lon: -61.2, description: 'SAR detection' }])
    const { reports } = await run(['--format', 'satellite', '-'], 'time,lat,lon,score\n2026-03-01T10:00Z,13,-61,1\n')
    expect(reports).toEqual(['1 reports: 1 decoded'])
  })

  it('says what is wrong with a mapping, and which format cannot have one', async () => {
    const { code, reports } = await run(['--mapping', 'lat=A', '-'], LIST)
    expect([code, reports.join()]).toEqual([2, expect.stringContaining('--mapping names no column for time and lon')])
    expect((await run(['--format', 'nmea', '--mapping', 'id=1 time=2 lat=3 lon=4', '-'], '')).reports.join()).toContain('--mapping is for vms-csv and satellite')
  })
})
