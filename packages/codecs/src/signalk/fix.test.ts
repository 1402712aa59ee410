import { describe, expect, it } from 'vitest'
import { fixCovariance, hasFix, isSimulated, type Fix } from './fix.ts'

const sigma = (fix: Fix) => Math.sqrt(fixCovariance(fix).ee)

describe('the error of a boat\u2019s own position', () => {
  it('grows with the dilution of its satellites', () => {
    expect(sigma({ horizontalDilution: 0.8 })).toBeCloseTo(Math.hypot((0.8 * 5) / Math.SQRT2, 3))
    expect(sigma({ horizontalDilution: 8 })).toBeGreaterThan(5 * sigma({ horizontalDilution: 0.8 }))
  })

  it('is larger where nothing is said than where a good fix is', () => {
    expect(sigma({})).toBeGreaterThan(sigma({ horizontalDilution: 2 }))
  })

  it('is smaller with corrections, but never smaller than the boat', () => {
    const [plain, corrected, kinematic] = [undefined, 'DGNSS fix', 'RTK fixed integer'].map((quality) =>
      sigma({ horizontalDilution: 1, ...(quality && { quality }) }),
    )
    expect(plain).toBeGreaterThan(corrected!)
    expect(corrected).toBeGreaterThan(kinematic!)
    expect(kinematic).toBeGreaterThan(3)
  })

  it.each([
    [{ type: 'Loran-C' }], [{ quality: 'Estimated (DR) mode' }], [{ quality: 'Manual input', horizontalDilution: 1 }],
  ])(
    'is most of a mile without satellites: %j',
    (fix) => {
      expect(sigma(fix)).toBeCloseTo(1573, 0)
    },
  )

  it('is the usual one with a quality that nobody has heard of', () => {
    expect(sigma({ horizontalDilution: 1, quality: 'constructor' })).toBe(sigma({ horizontalDilution: 1 }))
  })

  it('is round', () => {
    const { ee, en, nn } = fixCovariance({})
    expect([en, nn]).toEqual([0, ee])
  })

  it('is not asked for where there is no fix', () => {
    expect([
      { quality: 'no GPS' }, { quality: 'Error' }, { quality: 'GNSS Fix' }, {},
    ].map(hasFix)).toEqual([false, false, true, true])
  })

  it('is one of an exercise where the equipment says so', () => {
    expect([{ quality: 'Simulator mode' }, {}].map(isSimulated)).toEqual([true, false])
  })
})
