import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTENTS } from './binary/contents.ts'
import { addressedBinary, broadcastBinary } from './binary/envelope.ts'
import { TABLES, type AisMessage } from './catalogue.ts'
import type { Field } from './field.ts'
import { asciiOf, readPayload } from './fixtures/sentences.ts'
import { addressedChannelManagement, channelManagement } from './link-management.ts'
import { decodePayload, encodeMessage, gpsdMessage, scaleMessage } from './message.ts'
import { auxiliaryStaticDataPartB, staticDataPartA, staticDataPartB } from './static-data.ts'
import type { Table } from './table.ts'

const SIX_BIT = [...'@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_ !"#$%&\'()*+,-./0123456789:;<=>?']
const sixBitText = (least: number, most: number) =>
  fc.array(fc.constantFrom(...SIX_BIT), { minLength: least, maxLength: most }).map((characters) => characters.join(''))

/** `<bits>:<hexadecimal>` with zeros behind the last bit. */
const binary = (most: number) =>
  fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: most }).map((bits) => {
    let hex = ''
    for (let i = 0; i < bits.length; i += 8) {
      const byte = bits.slice(i, i + 8).concat(0, 0, 0, 0, 0, 0, 0).slice(0, 8)
      hex += Number.parseInt(byte.join(''), 2).toString(16).padStart(2, '0')
    }
    return `${bits.length}:${hex}`
  })

function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'flag':
      return fc.boolean()
    case 'fixed':
      return fc.constant(field.value)
    case 'text':
      return sixBitText(field.bits / 6, field.bits / 6)
    case 'rest-text':
      return sixBitText(0, 14)
    case 'data':
      return binary(72)
    case 'list':
      return fc.array(valuesOf(field.fields), { maxLength: field.most })
    case 'signed':
      return fc.integer({ min: -(2 ** (field.bits - 1)), max: 2 ** (field.bits - 1) - 1 })
    default:
      return fc.maxSafeNat().map((value) => value % 2 ** field.bits)
  }
}

const valuesOf = (fields: readonly Field[]) =>
  fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)])))

/** Makes the parts of a message agree with one another, as every sender does. */
function agreeing(message: Record<string, unknown>, type: number, table: Table): AisMessage {
  const agreed: Record<string, unknown> = { ...message, type }
  if (table === auxiliaryStaticDataPartB) agreed['mmsi'] = 980_000_000 + (Number(agreed['mmsi']) % 10_000_000)
  if (table === staticDataPartB) agreed['mmsi'] = Number(agreed['mmsi']) % 980_000_000
  if (agreed['addressed'] === false && 'dest_mmsi' in agreed) agreed['dest_mmsi'] = 0
  if (agreed['structured'] === false) agreed['app_id'] = 0
  if (Array.isArray(agreed['waypoints'])) agreed['waycount'] = agreed['waypoints'].length
  if ('hazard' in agreed) agreed['hazard'] = Number(agreed['hazard']) % 6
  if ('gauges' in agreed) agreed['gauges'] = Array.from({ length: 4 }, () => ({ id: 7, level: -3 }))
  if (table === addressedBinary || table === broadcastBinary) agreed['dac'] = 1023
  // The table's fields made the object, so it is a message of that table.
  return agreed as unknown as AisMessage
}

const KINDS: [name: string, type: number, table: Table][] = [
  ...Object.entries(TABLES).map(([type, table]): [string, number, Table] => [`message ${type}`, Number(type), table]),
  ...[...CONTENTS].map(([key, table]): [string, number, Table] => [
    `message ${key >> 16} with content ${(key >> 6) & 1023}/${key & 63}`, key >> 16, table,
  ]),
  ['message 6 with a content nobody reads', 6, addressedBinary],
  ['message 8 with a content nobody reads', 8, broadcastBinary],
  ['message 22 to an area', 22, channelManagement],
  ['message 22 to stations', 22, addressedChannelManagement],
  ['message 24, part A', 24, staticDataPartA],
  ['message 24, part B', 24, staticDataPartB],
  ['message 24, part B of a tender', 24, auxiliaryStaticDataPartB],
]

const messageOf = (type: number, table: Table): fc.Arbitrary<AisMessage> =>
  valuesOf(table.fields).map((values) => agreeing(values, type, table))

describe.each(KINDS)('%s', (_, type, table) => {
  const messages = messageOf(type, table)

  it('arrives as it was sent, whatever it says', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const arrived = readPayload(encodeMessage(message))
        expect(arrived).toEqual({ ...message, bits: expect.any(Number) })
      }),
      { numRuns: 60 },
    )
  })

  it('keeps its bits when it is sent on', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const payload = encodeMessage(message)
        const arrived = readPayload(payload)
        if (typeof arrived === 'string') throw new Error(arrived)
        expect(encodeMessage(arrived)).toEqual(payload)
      }),
      { numRuns: 30 },
    )
  })

  it('can be cut anywhere without harm', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const { payload } = encodeMessage(message)
        const ascii = asciiOf(payload)
        for (let to = 0; to <= ascii.length; to++) {
          for (const fillBits of [0, 3, 5]) expectHarmless(decodePayload(ascii, 0, to, fillBits), to * 6 - fillBits)
        }
      }),
      { numRuns: 3 },
    )
  })

  it('can be described to people and to programs', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const { mmsi } = message
        expect(JSON.parse(JSON.stringify(gpsdMessage(message)))).toMatchObject({ type, mmsi, scaled: false })
        expect(scaleMessage(message)).toMatchObject({ type, mmsi, scaled: true })
      }),
      { numRuns: 20 },
    )
  })
})

/** Either a problem from the list, or a message that says how long it is and can be described. */
function expectHarmless(result: ReturnType<typeof decodePayload>, bits: number): void {
  if (typeof result === 'string') {
    expect(['framing', 'length', 'unsupported']).toContain(result)
  } else {
    expect(result.bits).toBe(bits)
    gpsdMessage(result)
  }
}

describe('noise', () => {
  it('never makes the decoder throw, at any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: 9 }), (bytes, fillBits) => {
        const result = decodePayload(bytes, 0, bytes.length, fillBits)
        if (typeof result !== 'string') gpsdMessage(result)
      }),
      { numRuns: 2000 },
    )
  })

  it('in the armour alphabet never makes the decoder throw, at any length', () => {
    const armoured = fc.array(fc.constantFrom(...'0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVW`abcdefghijklmnopqrstuvw'), {
      maxLength: 180,
    })
    fc.assert(
      fc.property(armoured, fc.nat({ max: 5 }), (characters, fillBits) => {
        const ascii = asciiOf(characters.join(''))
        expectHarmless(decodePayload(ascii, 0, ascii.length, fillBits), ascii.length * 6 - fillBits)
      }),
      { numRuns: 5000 },
    )
  })

  it('around the payload has no influence on the message', () => {
    fc.assert(
      fc.property(messageOf(5, TABLES[5]!), fc.uint8Array({ maxLength: 9 }), (message, around) => {
        const { payload, fillBits } = encodeMessage(message)
        const ascii = Uint8Array.from([...around, ...asciiOf(payload), ...around])
        const from = around.length
        expect(decodePayload(ascii, from, from + payload.length, fillBits)).toEqual(readPayload({ payload, fillBits }))
      }),
    )
  })
})
