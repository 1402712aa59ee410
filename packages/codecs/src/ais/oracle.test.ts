import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it, type TestContext } from 'vitest'
import { payloadOf, readPayload } from './fixtures/sentences.ts'
import { encodeMessage, gpsdMessage, scaleMessage, type Payload } from './message.ts'

const folder = new URL('../../../../../shared/data/ais/', import.meta.url)

/** Runs `check` on the lines of a recording, or says which one is missing. */
function withLines(name: string, check: (lines: string[]) => void): (context: TestContext) => void {
  return (context) => {
    const file = new URL(name, folder)
    if (!existsSync(file)) {
      console.warn(`skipped: the recording ${name} is absent from ${folder.pathname}`)
      context.skip(`${name} is absent`)
    }
    const bytes = readFileSync(file)
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
    check(text.split('\n').filter((line) => line !== ''))
  }
}

/** The payloads of a recording, the parts of each message put together. */
function payloadsOf(lines: readonly string[]): Payload[] {
  const parts = new Map<string, string[]>()
  return lines.flatMap((line) => {
    const [tag, total, number, sequence, channel] = line.split(',')
    if (!/^!..VD[MO]$/.test(tag!)) return []
    const key = `${sequence} ${channel}`
    const gathered = number === '1' ? [line] : [...(parts.get(key) ?? []), line]
    parts.set(key, gathered)
    return total === number && gathered.length === Number(total) ? [payloadOf(gathered)] : []
  })
}

interface Pair {
  readonly nmea: readonly string[]
  readonly scaled: Readonly<Record<string, unknown>> | null
  readonly unscaled: Readonly<Record<string, unknown>> | null
}

/** Every line of the recording is such an object: its README says so. */
const pairOf = (line: string): Pair => JSON.parse(line) as Pair

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Where the scaled form of gpsd 3.22 is another than ours, and why: by type, content and field. */
const OTHER_SCALE: Readonly<Record<string, string>> = {
  '1 turn': 'gpsd gives whole degrees a minute and loses the sign',
  '2 turn': 'as in message 1',
  '3 turn': 'as in message 1',
  '6/1/14 tidals': 'gpsd takes 1/10,000 minute for 1/1,000 minute',
  '6/1/32 tidals': 'gpsd rounds positions to four decimals',
  '8/1/11 pressuretend': 'gpsd gives the phrase',
  '8/1/11 leveltrend': 'gpsd gives the phrase',
  '8/1/31 waterlevel': 'gpsd computes without sign and rounds to decimetres',
  '8/200/10 length': 'gpsd leaves decimetres',
  '8/200/10 beam': 'gpsd leaves decimetres',
  '8/200/10 draught': 'gpsd leaves centimetres',
  '26 data': 'gpsd leaves bits of the radio state in the last byte',
  '26 radio': 'gpsd does not read it',
  '27 status': 'gpsd gives the phrase',
}

const placeOf = (gpsd: Readonly<Record<string, unknown>>, key: string): string =>
  `${[gpsd['type'], gpsd['dac'], gpsd['fid']].filter((part) => part !== undefined).join('/')} ${key}`

describe('recorded traffic of all message types', () => {
  it(
    'decodes to what gpsd prints unscaled, field by field and in its order, with no exception',
    withLines('pairs.jsonl.gz', (lines) => {
      const different = lines.map(pairOf).flatMap(({ nmea, unscaled }) => {
        const message = readPayload(payloadOf(nmea))
        const ours = typeof message === 'string' ? null : gpsdMessage(message)
        return JSON.stringify(ours) === JSON.stringify(unscaled) ? [] : [{ nmea, ours, unscaled }]
      })
      expect(different).toEqual([])
      expect(lines).toHaveLength(5801)
    }),
  )

  it(
    'has the scaled values of gpsd wherever a value is available and gpsd scales it',
    withLines('pairs.jsonl.gz', (lines) => {
      const different = lines.map(pairOf).flatMap(({ nmea, scaled }) => {
        const message = readPayload(payloadOf(nmea))
        if (typeof message === 'string' || scaled === null) return []
        const ours = scaleMessage(message)
        return Object.keys(scaled)
          .filter((key) => ours[key] !== undefined && !isNear(ours[key], scaled[key], message.type))
          .map((key) => placeOf(scaled, key))
      })
      expect([...new Set(different)].toSorted()).toEqual(Object.keys(OTHER_SCALE).toSorted())
    }),
  )
})

/** Half of the last digit that gpsd prints: one decimal in messages 17 and 27, four in 6 and 8, and six elsewhere. */
const halfDigit = (type: number): number => ({ 6: 5.1e-5, 8: 5.1e-5, 17: 0.051, 27: 0.051 })[type] ?? 5.1e-7

/** gpsd prints some numbers as text. */
function isNear(ours: unknown, theirs: unknown, type: number): boolean {
  if (typeof ours === 'number') return Math.abs(ours - Number(theirs)) <= halfDigit(type)
  return JSON.stringify(ours) === JSON.stringify(theirs)
}

describe('sentences that other software encoded', () => {
  it(
    'are encoded again to the same bits',
    withLines('encode-decode-roundtrip.txt', (lines) => {
      const payloads = payloadsOf(lines)
      const again = payloads.map((payload) => {
        const message = readPayload(payload)
        return typeof message === 'string' ? message : encodeMessage(message)
      })
      expect(again).toEqual(payloads)
      expect(payloads).toHaveLength(601)
    }),
  )
})

describe('the sample of the gpsd project', () => {
  /** What a newer gpsd than the one we follow prints, and what it does with both parts of message 24 at once. */
  const newer = (gpsd: Record<string, unknown>): boolean => gpsd['type'] === 24 || gpsd['epfd_text'] === 'Reserved (14)'

  it(
    'decodes to what gpsd expects of it',
    withLines('sample.aivdm', (lines) => {
      const ours = payloadsOf(lines).flatMap((payload) => {
        const message = readPayload(payload)
        return typeof message === 'string' ? [] : [asJson(gpsdMessage(message))]
      })
      const expected = readFileSync(new URL('sample.aivdm.ju.chk', folder), 'utf8').trim().split('\n')
      for (const line of expected) {
        const { class: kind, device, ...gpsd } = JSON.parse(line)
        if (kind === 'AIS' && !newer(gpsd)) expect(ours).toContainEqual(gpsd)
        else expect(device ?? 'stdin').toBe('stdin')
      }
      expect(ours.length).toBeGreaterThan(90)
    }),
  )
})
