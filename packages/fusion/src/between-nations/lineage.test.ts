import { describe, expect, it } from 'vitest'
import { contains, labelsOf, sameMessage, unionOf, type LineageEntry } from './lineage.ts'

const NOON = Date.UTC(2026, 5, 1, 12)
const PAYLOAD = '177KQJ5000G?tO`K>RA1wUbN0TKH'
const radar = (node: string, until = NOON): LineageEntry => ({ node, sensorId: 'radar', until })
const ais = (node: string, until: number, payload = PAYLOAD): LineageEntry => ({
  node,
  sensorId: 'ais',
  until,
  message: { payload, time: until },
})

describe('one AIS message heard by two nations', () => {
  it('is one measurement, though their clocks differ by seconds', () => {
    expect(sameMessage({ payload: PAYLOAD, time: NOON }, { payload: PAYLOAD, time: NOON + 4000 })).toBe(true)
  })

  it('is another when it says something else, or says it again a minute later', () => {
    expect(sameMessage({ payload: PAYLOAD, time: NOON }, { payload: `${PAYLOAD}0`, time: NOON })).toBe(false)
    expect(sameMessage({ payload: PAYLOAD, time: NOON }, { payload: PAYLOAD, time: NOON + 60_000 })).toBe(false)
  })

  it('is known already to whoever heard it too', () => {
    expect(contains([ais('bb', NOON)], [ais('vc', NOON + 900)])).toBe(true)
    expect(contains([ais('bb', NOON)], [ais('vc', NOON + 900, `${PAYLOAD}0`)])).toBe(false)
    expect(contains([ais('bb', NOON)], [ais('vc', NOON + 900), radar('vc')])).toBe(false)
  })
})

describe('a lineage', () => {
  it('holds another when it has each of its sensors as new or newer', () => {
    const own = [radar('bb'), radar('vc', NOON - 5000)]
    expect(contains(own, [radar('bb', NOON - 1)])).toBe(true)
    expect(contains(own, own)).toBe(true)
    expect(contains(own, [radar('vc', NOON)])).toBe(false)
    expect(contains(own, [{ node: 'bb', sensorId: 'other', until: 0 }])).toBe(false)
  })

  it('that is not known is held by none', () => {
    expect(contains([radar('bb')], [])).toBe(false)
  })

  it('together with another names each sensor once, as new as either, in one order', () => {
    const [a, b] = [[radar('vc', NOON - 9), radar('bb')], [radar('gd'), radar('vc')]]
    expect(unionOf(a, b)).toEqual([radar('bb'), radar('gd'), radar('vc')])
    expect(unionOf(b, a)).toEqual(unionOf(a, b))
  })

  it('has labels that are kept, each once', () => {
    expect(labelsOf(['vc:open', 'bb:secret'], ['gd:open', 'vc:open'])).toEqual(['bb:secret', 'gd:open', 'vc:open'])
  })
})
