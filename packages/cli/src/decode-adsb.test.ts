import { encodeAirbornePosition, encodeIdentification, encodeModeS, toAvr, toBeast, toSbs } from '@csii/codecs'
import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

async function run(args: string[], input: string | Uint8Array) {
  let printed = ''
  const stdout = new Writable({
    write(chunk, _, done) {
      printed += String(chunk)
      done()
    },
  })
  const reports: string[] = []
  await decode(args, { stdin: Readable.from([input]), stdout, report: (line) => void reports.push(line) })
  return { messages: printed.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)), reports }
}

describe('csii decode of ADS-B', () => {
  const at = { icao: 0x0c8a11, lat: 13.3, lon: -61.4, altitudeFt: 8000 }
  const even = encodeAirbornePosition({ ...at, isOdd: false })
  const odd = encodeAirbornePosition({ ...at, isOdd: true })
  const named = encodeIdentification({ icao: 0x0c8a11, callSign: 'SVD712', category: 'A2' })
  const document = { now: 1_795_478_400, aircraft: [{ hex: '0c8a11', lat: 13.3 }, { hex: '0c8a12' }] }

  it('prints frames of Beast with the names of the standard, and the place that two of them make', async () => {
    const { messages, reports } = await run(['-'],
      Buffer.concat([toBeast(named, 5), toBeast(even, 12_000), toBeast(odd, 6_012_000)]))
    expect(messages).toMatchObject([
      { clock: 5, df: 17, icao: '0C8A11', typecode: 4, callsign: 'SVD712', category: 'A2' },
      { df: 17, typecode: 11, altitude: 8000, cpr_format: 'even' },
      { cpr_format: 'odd', latitude: expect.closeTo(13.3, 4), longitude: expect.closeTo(-61.4, 4) },
    ])
    expect(reports).toEqual(['3 messages: 3 decoded'])
  })

  it('prints frames in hexadecimal, without a place when nobody knows when they were heard', async () => {
    const { messages } = await run(['-'], toAvr(even) + toAvr(odd))
    expect(messages.map(({ cpr_format: format }) => format)).toEqual(['even', 'odd'])
    for (const message of messages) expect(message).not.toHaveProperty('latitude')
  })

  it('doubts the address of a reply until it has heard it otherwise', async () => {
    const reply = encodeModeS({ df: 4, icao: 0x0c8a11, flight_status: 0, altitude: 8000 })
    const { messages } = await run(['--format', 'avr', '-'], toAvr(reply) + toAvr(named) + toAvr(reply))
    expect(messages.map(({ doubts }) => doubts)).toEqual([['icao'], undefined, undefined])
  })

  it('prints the lines of BaseStation, and the aircraft of a document', async () => {
    const line = toSbs({ type: 'MSG', transmission: 6, icao: 0x0c8a11, generated: Date.UTC(2026, 0, 3, 12),
      squawk: '7700' })
    expect((await run(['-'], line)).messages).toEqual([{ type: 'MSG', transmission: 6, icao: '0C8A11',
      generated: '2026-01-03T12:00:00.000', squawk: '7700' }])
    expect((await run(['-'], JSON.stringify(document))).messages).toEqual(document.aircraft.map((each) =>
      ({ now: document.now, ...each })))
  })

  it('prints the codes of nobody, and says what it could not read', async () => {
    const text = '*7700;\n*8D48;\n*8D4840D6202CC371C32CE0576099;\nMSG,1\n{"now":1}\n'
    const { messages, reports } = await run(['--format', 'avr', '-'], text)
    expect(messages).toEqual([{ mode_ac: '7700' }, { mode_ac: '8D48' }])
    expect(reports).toEqual(['5 messages: 2 decoded, 1 checksum, 1 length, 1 value'])
    const settings = Buffer.concat([Buffer.of(0x1a, 0x34), Buffer.alloc(21)])
    expect((await run(['--format', 'beast', '-'], settings)).reports).toEqual(['1 messages: 0 decoded, 1 unsupported'])
    expect((await run(['--format', 'avr', '-'], '*8D4;')).reports).toEqual(['1 messages: 0 decoded, 1 framing'])
  })
})
