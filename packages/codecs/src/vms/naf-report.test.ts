import { KNOT } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { FIELDS, NOON } from './fixtures/heard.ts'
import { nafReport } from './naf-report.ts'

const report = (changes: Readonly<Record<string, string | undefined>> = {}) => {
  const entries = Object.entries({ ...FIELDS, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return nafReport({ fields: Object.fromEntries(entries) }, 'fmc')
}
const made = (changes: Readonly<Record<string, string | undefined>> = {}) => {
  const result = report(changes)
  if (!result.ok || !result.value) throw new Error('there is no report')
  return result.value
}
const problemOf = (changes: Readonly<Record<string, string | undefined>>) => {
  const result = report(changes)
  return result.ok ? undefined : result.problem
}

describe('a position report', () => {
  it('says where, when, how fast and where to', () => {
    expect(made()).toMatchObject({ time: NOON, position: { lat: 13.087, lon: -61.258 }, courseDeg: 270, timeStep: 60 })
    expect(made().speed).toBeCloseTo(8.5 * KNOT, 9)
    expect(made().latStep).toBeCloseTo(0.001, 9)
  })

  it('says who by the names it has', () => {
    expect(made().claim).toEqual({
      station: 'craft',
      uid: 'VCT000012345',
      name: 'SEA GRAPE',
      callSign: 'J8B1234',
      marking: 'KV-118',
      flag: 'VCT',
    })
    expect(made({ FS: 'Grenadines', IM: '9074729' }).claim).toMatchObject({ imo: 9_074_729 })
    expect(made({ FS: 'Grenadines', IM: '12' }).claim).not.toHaveProperty('flag')
    expect(made({ IM: '12' }).claim).not.toHaveProperty('imo')
  })

  it.each([
    [{ IR: undefined }, 'J8B1234'],
    [{ IR: undefined, ID: '300434060123456' }, '300434060123456'],
    [{ IR: undefined, ID: '12' }, 'fmc/12'],
    [{ IR: undefined, RC: undefined, IM: '9074729' }, '9074729'],
    [{ IR: undefined, RC: undefined }, 'fmc/KV-118'],
    [{ IR: undefined, RC: undefined, XR: undefined }, 'fmc/SEA GRAPE'],
  ])('is known by another name where the first is missing, among others of its own sensor: %j', (changes, uid) => {
    expect(made(changes)).toMatchObject({ uid, claim: { uid } })
  })

  it.each(['ENT', 'EXI', 'MAN', 'COE', 'COX', 'CAT'])('may be of the type %s', (TM) => {
    expect(made({ TM }).position).toEqual({ lat: 13.087, lon: -61.258 })
  })

  it.each([
    ['N1305', 'W06115', 13 + 5 / 60, -61.25, 1 / 60],
    ['S1305', 'E06115', -(13 + 5 / 60), 61.25, 1 / 60],
    ['N1305.2', 'W06115.3', 13 + 5.2 / 60, -61.255, 0.1 / 60],
    ['N130512', 'W0611518', 13 + 5.2 / 60, -61.255, 1 / 3600],
  ])('has degrees and minutes too: %s %s', (LA, LO, lat, lon, step) => {
    const { position, latStep } = made({ LT: undefined, LG: undefined, LA, LO })
    expect(position.lat).toBeCloseTo(lat, 9)
    expect(position.lon).toBeCloseTo(lon, 9)
    expect(latStep).toBeCloseTo(step, 9)
  })

  it('takes the finer place where both are sent and agree', () => {
    expect(made({ LA: 'N1305', LO: 'W06115' }).latStep).toBeCloseTo(0.001, 9)
    expect(problemOf({ LA: 'N1405', LO: 'W06115' })).toBe('value')
    expect(problemOf({ LA: 'S1305', LO: 'W06115' })).toBe('value')
  })

  it('has a date of six digits and a time with seconds from some senders', () => {
    expect(made({ DA: '260301', TI: '12:30' }).time).toBe(NOON)
    expect(made({ TI: '123007' })).toMatchObject({ time: NOON + 7000, timeStep: 1 })
  })

  it('has knots where it writes a point, and none where it writes nines', () => {
    expect(made({ SP: '8.5' }).speed).toBeCloseTo(8.5 * KNOT, 9)
    expect(made({ SP: '0', CO: '360' })).toMatchObject({ speed: 0, courseDeg: 0 })
    expect(made({ SP: '999', CO: '999' })).not.toHaveProperty('speed')
    expect(made({ SP: '999', CO: '999' })).not.toHaveProperty('courseDeg')
    expect(made({ SP: undefined, CO: undefined })).not.toHaveProperty('speed')
  })

  it.each([
    { LT: '+91.000' },
    { LG: '-181.000' },
    { LT: 'N13.087' },
    { LT: undefined },
    { LG: undefined },
    { LT: '0.000', LG: '0.000' },
    { LT: undefined, LG: undefined, LA: '1305N', LO: '06115W' },
    { LT: undefined, LG: undefined, LA: 'N1360', LO: 'W06115' },
    { LT: undefined, LG: undefined, LA: 'N1305' },
    { DA: '20260230' },
    { DA: '010326x' },
    { TI: '2400' },
    { TI: '1260' },
    { TI: 'noon' },
    { SP: 'fast' },
    { SP: '-5' },
    { SP: '1000' },
    { CO: '361' },
    { CO: 'NW' },
  ])('is refused for a value that cannot be: %j', (changes) => {
    expect(problemOf(changes)).toBe('value')
  })

  it.each([
    { DA: undefined },
    { TI: undefined },
    { LT: undefined, LG: undefined },
    { IR: undefined, RC: undefined, XR: undefined, NA: undefined },
  ])('is refused as too short without %j', (changes) => {
    expect(problemOf(changes)).toBe('length')
  })
})

describe('a message of another type', () => {
  it('gives no place when it only tries the line', () => {
    expect(report({ TEST: '1' })).toEqual({ ok: true, value: undefined })
  })

  it('gives no place where it has none', () => {
    for (const TM of ['COE', 'COX', 'CAT'])
      expect(report({ TM, LT: undefined, LG: undefined })).toEqual({ ok: true, value: undefined })
    expect(report({ TM: 'CAT', DA: undefined })).toEqual({ ok: true, value: undefined })
  })

  it.each(['TRA', 'POR', 'OBS', 'CAN', 'RET', 'XYZ'])(
    'gives none with a place that is not where the vessel is: %s',
    (TM) => {
      expect(report({ TM })).toEqual({ ok: true, value: undefined })
    },
  )
})
