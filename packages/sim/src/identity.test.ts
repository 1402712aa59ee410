import { describe, expect, it } from 'vitest'
import {
  aidMmsi, aircraftMmsi, callSignOf, coastMmsi, FLAGS, imoOf, sartMmsi, shipMmsi, type FlagName,
} from './identity.ts'

// The keys of the record are the names of the flags.
const flags = Object.keys(FLAGS) as FlagName[]

describe('an invented MMSI', () => {
  it('of a ship begins with her country and goes on with 97', () => {
    expect(shipMmsi('VCT', 12)).toBe(377970012)
    for (const flag of flags) expect(String(shipMmsi(flag, 450))).toMatch(/^[2-7]\d\d97\d{4}$/)
  })

  it('of a coast station begins with 00', () => {
    expect(String(coastMmsi('LCA', 1)).padStart(9, '0')).toBe('003439701')
  })

  it('of an aid to navigation says whether it is there', () => {
    expect(aidMmsi('GRD', 3, false)).toBe(993301973)
    expect(aidMmsi('GRD', 3, true)).toBe(993306973)
  })

  it('of an aircraft begins with 111', () => {
    expect(aircraftMmsi('MTQ', 0)).toBe(111347197)
  })

  it('of a search and rescue transmitter begins with 970', () => {
    expect(sartMmsi(0)).toBe(970009700)
  })
})

describe('an invented IMO number', () => {
  it('has a right check digit', () => {
    for (let serial = 0; serial < 500; serial += 7) {
      const digits = [...String(imoOf(serial))].map(Number)
      const sum = digits.slice(0, 6).reduce((total, digit, i) => total + digit * (7 - i), 0)
      expect(sum % 10).toBe(digits[6])
    }
  })

  it('begins with 3, as no ship’s does', () => {
    expect(String(imoOf(0))).toMatch(/^3\d{6}$/)
    expect(String(imoOf(9_999))).toMatch(/^3\d{6}$/)
  })
})

describe('an invented call sign', () => {
  it('fits the seven characters of message 5', () => {
    for (const flag of flags) expect(callSignOf(flag, 499)).toMatch(/^[A-Z0-9]{4,7}$/)
  })

  it('is nobody else’s', () => {
    const signs = Array.from({ length: 1_500 }, (_, serial) => callSignOf('BRB', serial))
    expect(new Set(signs).size).toBe(1_500)
  })
})
