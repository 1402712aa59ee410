import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSharedMemory } from '../shared-memory.ts'
import { encodeCotXml } from './cot-xml.ts'
import { bytesOf, changed, joined, NOON, PHONE, xml } from './fixtures/events.ts'
import { hear } from './fixtures/heard.ts'
import { ALARM, seeds } from './fixtures/seeds.ts'
import { encodeTakMesh, encodeTakStream } from './tak.ts'

const XML = encodeCotXml(PHONE)
const STREAM = encodeTakStream({ cotEvent: PHONE })
const at = (time: number) => encodeCotXml(changed({ time }))

describe('a TAK server', () => {
  it('gives the same plot of a phone in XML, in a frame and in a datagram', () => {
    const [inXml] = hear([XML]).plots
    expect(inXml).toMatchObject({
      sensorId: 'tak',
      time: NOON,
      receivedAt: NOON,
      simulated: false,
      position: { lat: 13.1325, lon: -61.2418 },
      claim: { uid: PHONE.uid },
    })
    expect(hear([STREAM]).plots).toEqual([inXml])
    expect(hear([encodeTakMesh({ cotEvent: PHONE })], { datagram: true }).plots).toEqual([inXml])
    expect(hear([XML], { datagram: true }).plots).toEqual([inXml])
  })

  it('gives a statement of a phone without a fix, whose call for help still counts', () => {
    const { plots, statements } = hear([encodeCotXml({ ...ALARM, point: { lat: 0, lon: 0 } })])
    expect(plots).toEqual([])
    expect(statements).toEqual([
      {
        sensorId: 'tak',
        time: NOON,
        receivedAt: NOON,
        simulated: false,
        claim: { uid: 'ANDROID-1', station: 'person', name: 'HAIROUN 1', emergency: 'general' },
      },
    ])
  })

  it('counts everything that it sends, once', () => {
    const chat = encodeCotXml(changed({ type: 'b-t-f' }))
    const control = encodeTakStream({ takControl: { maxProtoVersion: 1 } })
    const stream = joined('junk', XML, chat, control, xml('', '<a>'), STREAM, '<event')
    const { plots, problems, counts } = hear([stream])
    expect(plots).toHaveLength(2)
    expect(problems).toEqual(['framing', 'framing', 'length'])
    expect(counts).toMatchObject(
      { received: 7, decoded: 4, duplicates: 0, pending: 0, problems: { framing: 2, length: 1 } },
    )
  })

  it('shows the bytes of what was refused', () => {
    expect(hear([bytesOf(xml('', '<a>'))]).refused).toEqual([xml('', '<a>')])
    expect(hear([joined(XML, 'junk')]).refused).toEqual(['junk'])
  })

  it('may send twice what two of its relays heard', () => {
    const shared = createSharedMemory({ capacity: 64 })
    const { plots, counts } = hear([XML, XML, STREAM, STREAM], { shared })
    expect(plots).toHaveLength(2)
    expect(counts).toMatchObject({ received: 4, decoded: 2, duplicates: 2 })
    expect(hear([XML, XML], { shared, simulated: true })).toMatchObject(
      { plots: [{ simulated: true }, { simulated: true }], counts: { duplicates: 0 } },
    )
  })

  it('is believed about times unless they are absurd', () => {
    const ages = [0, 600_000, -365 * 86_400_000]
    expect(hear(ages.map((age) => at(NOON + age))).plots.map(({ time }) => time - NOON)).toEqual(ages)
    const absurd = [NOON + 600_001, Date.UTC(1970, 0, 1), Date.UTC(2002, 11, 31), Date.UTC(9999, 0)]
    expect(hear(absurd.map(at)).problems).toEqual(['value', 'value', 'value', 'value'])
  })

  it('marks what belongs to an exercise, and so does its site', () => {
    expect(hear([encodeCotXml(changed({ opex: 'e' }))]).plots[0]?.simulated).toBe(true)
    expect(hear([XML], { simulated: true }).plots[0]?.simulated).toBe(true)
  })

  it('keeps datagrams apart from a stream that is read meanwhile', () => {
    const { plots } = hear([XML, XML.subarray(0, 100)], { datagram: true })
    expect(plots).toHaveLength(1)
  })
})

describe('any of the inputs that are read', () => {
  it('accounts for all it says, whole, cut and changed', () => {
    const seed = fc.constantFrom(...seeds)
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 })
    const some = fc.array(fc.tuple(seed, changes, fc.nat()), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(some, fc.boolean(), (inputs, datagram) => {
        const pieces = inputs.map(([bytes, edits, cut]) => {
          const copy = bytes.slice(0, edits.length % 2 === 0 ? bytes.length : cut % (bytes.length + 1))
          for (const [place, value] of edits) if (copy.length > 0) copy[place % copy.length] = value
          return copy
        })
        const { problems, counts } = hear(pieces, { datagram })
        const refused = Object.values(counts.problems).reduce((sum, count) => sum + count, 0)
        expect(counts.received).toBe(counts.decoded + counts.duplicates + counts.pending + refused)
        expect(problems).toHaveLength(refused)
      }),
      { numRuns: 1000 },
    )
  })

  it('is read without a problem but for what is meant to have one', () => {
    expect(seeds.map((seed) => hear([seed]).problems)).toEqual(
      seeds.map((_, index) => (index === 9 ? ['unsupported'] : index === 19 ? ['framing'] : [])),
    )
  })
})

describe('an attack', () => {
  const entities = `<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">`
  const bomb = `<!DOCTYPE event [${entities}]>${xml('', '<remarks>&b;</remarks>')}`
  const deep = xml('', '<a>'.repeat(20_000) + '</a>'.repeat(20_000))
  const broad = xml('', `<a ${Array.from({ length: 20_000 }, (_, index) => `b${index}=""`).join(' ')}/>`)
  const long = xml('', `<a b="${'x'.repeat(100_000)}"/>`)
  it.each([
    ['a bomb of entities', bomb, 'unsupported'],
    ['depth', deep, 'overflow'],
    ['breadth', broad, 'overflow'],
    ['length', long, 'overflow'],
    ['an attribute twice', xml('', '<a b="1" b="2"/>'), 'framing'],
    ['no number for a place', xml('', '', 'lat="NaN" lon="1" hae="0" ce="0" le="0"'), 'value'],
    ['bytes that are no characters', xml('', '\xff\xfe'), 'framing'], ['an unfinished tag', xml('', '<a '), 'framing'],
  ])('with %s is refused for what it is', (_, text, problem) => {
    const { plots, problems } = hear([bytesOf(text), XML])
    expect(plots).toHaveLength(1)
    expect(problems[0]).toBe(problem)
  })
})
