import { FLAG } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { ferry } from './contact-fixture.ts'
import { isConflicting, isDark, isDistress, isSimulated, isSuspect, isTest, serialOf, trackIdOf } from './track-id.ts'

describe('a doubt about a contact', () => {
  it('is one from the probability on at which few are doubted wrongly', () => {
    expect([undefined, 0, 0.89, 0.9, 1].map((dark) => isDark({ dark }))).toEqual([false, false, false, true, true])
    expect([undefined, 0, 0.79, 0.8, 1].map((suspect) => isSuspect({ suspect }))).toEqual([false, false, false, true, true])
  })
})

describe('a contact', () => {
  it('is known to the API by its serial, simulated ones apart from live ones', () => {
    expect(trackIdOf(ferry({ serial: 7 }))).toBe('T-7')
    expect(trackIdOf(ferry({ serial: 7, flags: FLAG.simulated }))).toBe('SIM-7')
  })

  it('is found again by the id of its track', () => {
    expect(serialOf(trackIdOf(ferry({ serial: 4_294_967_295 })))).toBe(4_294_967_295)
  })

  it.each(['', 'T-', 'T-1x', 'X-1', 'SIM-1.5'])('has no serial under the id "%s"', (id) => {
    expect(serialOf(id)).toBeUndefined()
  })

  it('says each of its flags apart', () => {
    const test = ferry({ flags: FLAG.distress | FLAG.test })
    expect([isSimulated(test), isConflicting(test), isDistress(test), isTest(test)]).toEqual([false, false, true, true])
  })
})
