import { toDelta } from '@csii/codecs'
import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

const REPORT = { context: 'vessels.urn:mrn:imo:mmsi:377123000', source: 'gps', time: Date.UTC(2026, 10, 24), position: { lat: 13, lon: -61 } }
const DELTA = toDelta(REPORT)

async function run(args: string[], stdin: string) {
  let kept = ''
  const stdout = new Writable({
    write(chunk, _, done) {
      kept += String(chunk)
      done()
    },
  })
  const reports: string[] = []
  const code = await decode(args, { stdin: Readable.from([Buffer.from(stdin)]), stdout, report: (line) => void reports.push(line) })
  return { code, messages: kept.split('\n').filter(Boolean).map((line): unknown => JSON.parse(line)), reports }
}

describe('csii decode of Signal K', () => {
  it('prints each document as it came', async () => {
    const { code, messages, reports } = await run(['--format', 'signalk', '-'], `${DELTA}\r\n${DELTA}`)
    expect([code, reports]).toEqual([0, ['2 documents: 2 decoded']])
    expect(messages).toEqual([JSON.parse(DELTA), JSON.parse(DELTA)])
  })

  it('knows it by itself', async () => {
    expect((await run(['-'], `${DELTA}\n`)).messages).toHaveLength(1)
  })

  it('says what it could not read', async () => {
    const { messages, reports } = await run(['--format', 'signalk', '-'], `junk\n${DELTA}\n{"a":1}\n{"a" 1}\n{"upd`)
    expect(messages).toHaveLength(1)
    expect(reports).toEqual(['5 documents: 1 decoded, 2 framing, 1 unsupported, 1 length'])
  })

  it('has no captures and no editions', async () => {
    expect(await run(['--format', 'signalk', '--pcap', '-'], '')).toMatchObject({ code: 2, reports: ['csii decode: --pcap and --edition are for ASTERIX.'] })
  })
})

describe('csii decode of sightings', () => {
  it('prints what was understood, and the answer', async () => {
    const { code, messages, reports } = await run(['--format', 'sighting', '-'], 'SIGHT 1305N 06115W 3 POB GOFAST 270 35KT\n\n{"position":{"lat":13,"lon":-61}}\n')
    expect([code, reports]).toEqual([0, ['2 reports: 2 decoded']])
    expect(messages).toMatchObject([
      { vesselKind: 'go-fast', peopleOnBoard: 3, courseDeg: 270, answer: expect.stringMatching(/^Got: go-fast, 3 people/) },
      { position: { lat: 13, lon: -61 }, howSeen: 'eye-from-boat' },
    ])
  })

  it('knows them by themselves, in both languages', async () => {
    const { messages } = await run(['-'], 'AVISTADO 13 05.2N 61 15W 3 PERSONAS LANCHA RAPIDA RUMBO 270 35 NUDOS\n')
    expect(messages).toMatchObject([{ language: 'es', answer: expect.stringMatching(/^Recibido: lancha rapida/) }])
  })

  it('dates them within the last day', async () => {
    const { messages } = await run(['--format', 'sighting', '-'], 'SIGHT 1305N 06115W 0210Z\n')
    expect(messages).toMatchObject([{ time: expect.stringMatching(/T02:10:00.000Z$/) }])
  })

  it('says what it could not read', async () => {
    const { messages, reports } = await run(['--format', 'sighting', '-'], 'hello\nSIGHT GOFAST\n{"position":5}\n')
    expect(messages).toEqual([])
    expect(reports).toEqual(['3 reports: 0 decoded, 1 nothing, 1 no-position, 1 form'])
  })
})
