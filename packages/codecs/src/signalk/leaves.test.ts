import { describe, expect, it } from 'vitest'
import { documentOf } from './leaves.ts'

const TIME = '2026-11-24T12:00:00.000Z'
const at = Date.UTC(2026, 10, 24, 12)

function leavesIn(json: unknown) {
  const document = documentOf(json)
  if (document?.kind !== 'leaves') throw new Error(`${JSON.stringify(json)} has no leaves`)
  return document.leaves
}

describe('a delta', () => {
  it('has a leaf for each value, with the time of its update', () => {
    const updates = [
      { timestamp: TIME, $source: 'a', values: [{ path: 'navigation.speedOverGround', value: 5 }] },
      { source: {}, values: [{ path: 'tanks.fuel.0.currentLevel', value: null }] },
    ]
    expect(leavesIn({ context: 'vessels.x', updates })).toEqual([
      { context: 'vessels.x', path: 'navigation.speedOverGround', value: 5, time: at },
      { context: 'vessels.x', path: 'tanks.fuel.0.currentLevel', value: null, time: undefined },
    ])
  })

  it('is of the server itself when it names nobody', () => {
    expect(leavesIn({ updates: [{ values: [{ path: 'a', value: 1 }] }] })).toMatchObject([{ context: 'vessels.self' }])
  })

  it('has the names of a vessel at its root', () => {
    const root = { name: 'A', communication: { callsignVhf: 'J8B1' } }
    expect(leavesIn({ updates: [{ values: [{ path: '', value: root }] }] })).toMatchObject([
      { path: 'name', value: 'A' }, { path: 'communication.callsignVhf', value: 'J8B1' },
    ])
  })

  it('says nothing by its meta', () => {
    expect(leavesIn({ updates: [{ timestamp: TIME, meta: [{ path: 'a', value: { units: 's' } }] }] })).toEqual([])
  })

  it.each([
    [[null, 5, 'x', [], {}]],
    [[
      { values: 5 },
      { values: [null, 5, {}, { path: 5, value: 1 }, { path: 'a' }, { path: 'x'.repeat(201), value: 1 }] },
    ]],
  ])('says nothing by what is no value: %j', (updates) => {
    expect(leavesIn({ updates })).toEqual([])
  })

  it.each([
    ['2026-11-24T12:00:00Z', at],
    ['2026-11-24T12:00:00.123456Z', at + 123],
    ['2026-11-24T08:00:00-04:00', at],
    ['24 November', undefined],
    ['2026-13-45T99:00:00Z', undefined],
    [5, undefined],
  ])('is dated %s', (timestamp, time) => {
    expect(leavesIn({ updates: [{ timestamp, values: [{ path: 'a', value: 1 }] }] })).toMatchObject([{ time }])
  })
})

describe('a full model', () => {
  const vessel = {
    name: 'A',
    navigation: { speedOverGround: {
      value: 5, timestamp: TIME, $source: 'a', meta: { units: 'm/s' }, values: { b: { value: 6 } },
    } },
    tanks: { fuel: { 0: { currentLevel: { value: 0.5, timestamp: TIME } } } },
  }
  const leaves = [
    { path: 'name', value: 'A' },
    { path: 'navigation.speedOverGround', value: 5, time: at },
    { path: 'tanks.fuel.0.currentLevel', value: 0.5, time: at },
  ]

  it('of one vessel has a leaf for each value, and none for what is said about them', () => {
    expect(leavesIn(vessel)).toHaveLength(3)
    expect(leavesIn(vessel)).toMatchObject(leaves.map((leaf) => ({ ...leaf, context: 'vessels.self' })))
  })

  it('of all names each by its group', () => {
    const document = documentOf({
      version: '1.7.0', self: 'urn:x', vessels: { 'urn:x': vessel }, aircraft: { 'urn:y': { name: 'B' } },
      sources: { name: 'C' },
    })
    expect(document).toMatchObject({ kind: 'leaves', self: 'urn:x' })
    expect(leavesIn({
      vessels: { 'urn:x': vessel }, aircraft: { 'urn:y': { name: 'B' } },
    }).map(({ context, path }) => `${context} ${path}`)).toEqual([
      'vessels.urn:x name', 'vessels.urn:x navigation.speedOverGround', 'vessels.urn:x tanks.fuel.0.currentLevel',
      'aircraft.urn:y name',
    ])
  })

  it('of the vessels alone is known by their names', () => {
    const id = 'urn:mrn:imo:mmsi:377123000'
    expect(leavesIn({ [id]: { name: 'A' } })).toMatchObject([{ context: `vessels.${id}` }])
  })

  it('is followed only so deep', () => {
    let deep: object = { value: 1 }
    for (let i = 0; i < 40; i++) deep = { a: deep }
    expect(leavesIn({ navigation: deep })).toEqual([])
  })

  it('has its own members only', () => {
    const hostile: unknown = JSON.parse('{"navigation":{"__proto__":{"value":1},"constructor":{"value":2}}}')
    expect(leavesIn(hostile).map(({ path }) => path)).toEqual(['navigation.__proto__', 'navigation.constructor'])
    expect(({} as { value?: unknown }).value).toBeUndefined()
  })
})

describe('a document', () => {
  it.each([
    [{ version: '1.7.0', self: 'vessels.x', roles: ['main'] }, { kind: 'hello', self: 'vessels.x' }],
    [{ version: '1.7.0', roles: [] }, { kind: 'hello' }],
    [{ requestId: '1', state: 'PENDING', statusCode: 202 }, { kind: 'answer' }],
    [{ statusCode: 401, state: 'FAILED', message: 'x' }, { kind: 'answer' }],
  ])('may say nothing of the sea: %j', (json, document) => {
    expect(documentOf(json)).toEqual(document)
  })

  it.each([
    [{}], [[]], [5], ['x'], [null], [{ a: 1 }], [{ version: 1 }], [{ updates: {} }],
  ])('may be something else: %j', (json) => {
    expect(documentOf(json)).toBeUndefined()
  })
})
