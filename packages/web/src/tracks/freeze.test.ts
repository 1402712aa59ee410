import { FLAG, type Contact } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { ferry } from '../picture/contact-fixture.ts'
import { freeze, missedSince } from './freeze.ts'

const mapOf = (...contacts: Contact[]) => new Map(contacts.map((contact) => [contact.serial, contact]))

describe('a frozen list', () => {
  it('stays as it was while the picture goes on', () => {
    const live = mapOf(ferry({ serial: 1 }), ferry({ serial: 2 }))
    const frozen = freeze(live, 5000)
    live.set(1, ferry({ serial: 1, lat: 14 }))
    live.delete(2)
    expect(frozen.at).toBe(5000)
    expect(frozen.contacts.get(1)?.lat).toBe(13.1)
    expect(frozen.contacts.has(2)).toBe(true)
  })

  it('says how many came and went meanwhile', () => {
    const frozen = freeze(mapOf(ferry({ serial: 1 }), ferry({ serial: 2 })), 0)
    const live = mapOf(ferry({ serial: 2 }), ferry({ serial: 3 }), ferry({ serial: 4 }))
    expect(missedSince(frozen, live)).toEqual({ arrived: 2, gone: 1, distress: 0 })
  })

  it('says that somebody calls for help, and not that somebody tests', () => {
    const live = mapOf(
      ferry({ serial: 1, flags: FLAG.distress }), ferry({ serial: 2, flags: FLAG.distress | FLAG.test }),
    )
    expect(missedSince(freeze(mapOf(), 0), live).distress).toBe(1)
  })
})
