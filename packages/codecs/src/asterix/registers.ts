import { valueOf } from './compile-field.ts'
import { fieldsOf } from './field-notation.ts'
import type { AsterixGroup, AsterixRecord, AsterixValue } from './record.ts'

/**
 * The aircraft's own registers that radars extract, by number, in the notation of the tables: ICAO Doc 9871, tables
 * A-2-64 (selected vertical intention), A-2-80 (track and turn) and A-2-96 (heading and speed). A value counts where
 * its STATUS is 1.
 */
const REGISTERS: Readonly<Record<string, string>> = {
  '40': `
    MCP_STATUS:1 MCP:12u(16 ft) FMS_STATUS:1 FMS:12u(16 ft) BP_STATUS:1 BP:12u(1/10 mb) .8
    MODE_STATUS:1 VNAV:1 ALT_HOLD:1 APP:1 .2 TARGET_STATUS:1 TARGET:2
  `,
  '50': `
    ROLL_STATUS:1 ROLL:10s(45/2^8 °) TTA_STATUS:1 TTA:11s(90/2^9 °) GS_STATUS:1 GS:10u(2 kt)
    TAR_STATUS:1 TAR:10s(1/2^5 °/s) TAS_STATUS:1 TAS:10u(2 kt)
  `,
  '60': `
    HDG_STATUS:1 HDG:11s(90/2^9 °) IAS_STATUS:1 IAS:10u(1 kt) MACH_STATUS:1 MACH:10u(1/250 Mach)
    BVR_STATUS:1 BVR:10s(32 ft/min) IVV_STATUS:1 IVV:10s(32 ft/min)
  `,
}

const READERS = new Map(Object.entries(REGISTERS).map(([number, notation]) => [number, compileRegister(notation)]))

function compileRegister(notation: string): (octets: Uint8Array) => AsterixGroup {
  // Fields with names make an object of numbers.
  return new Function('b', `"use strict"; const s = 0; return ${valueOf(fieldsOf(notation))}`) as (
    octets: Uint8Array,
  ) => AsterixGroup
}

/** What a register of 14 hexadecimal digits says, or undefined where nobody here reads that register. */
export function readRegister(digits: string, bds1: number, bds2: number): AsterixGroup | undefined {
  const octets = Uint8Array.from({ length: 7 }, (_, index) =>
    Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16),
  )
  return READERS.get(`${bds1.toString(16)}${bds2.toString(16)}`)?.(octets)
}

/** A copy of a record in which each register is also told: `{MBDATA, BDS1, BDS2, REGISTER: {…}}`. */
export function withRegisters(record: AsterixRecord): AsterixRecord {
  const items = Object.fromEntries(Object.entries(record.items).map(([name, value]) => [name, told(value)]))
  return { ...record, items }
}

function told(value: AsterixValue): AsterixValue {
  if (!Array.isArray(value)) return value
  return value.map((each: AsterixValue) => {
    if (typeof each !== 'object' || Array.isArray(each)) return each
    const { MBDATA, BDS1, BDS2 } = each as AsterixGroup // It is no list.
    const register = typeof MBDATA === 'string' && readRegister(MBDATA, Number(BDS1), Number(BDS2))
    return register ? { ...each, REGISTER: register } : each
  })
}
