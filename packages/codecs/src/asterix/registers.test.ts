import { describe, expect, it } from 'vitest'
import { readRegister, withRegisters } from './registers.ts'

describe('a register of an aircraft', () => {
  it('4,0 tells the selected altitude and the pressure setting less 800', () => {
    expect(readRegister('C65632B0A80000', 4, 0)).toMatchObject({
      MCP_STATUS: 1, MCP: 36_000, FMS_STATUS: 1, FMS: 36_000, BP_STATUS: 1, BP: 213.2, MODE_STATUS: 0, TARGET: 0,
    })
  })

  it('6,0 tells heading and speed, negative ones too', () => {
    const bits = ['1', '11100000000', '1', '0100000000', '1', '0011001000', '1', '1111111111', '1', '0000000010'].join('')
    const digits = BigInt(`0b${bits}`).toString(16).toUpperCase().padStart(14, '0')
    expect(readRegister(digits, 6, 0)).toEqual({
      HDG_STATUS: 1, HDG: -45, IAS_STATUS: 1, IAS: 256, MACH_STATUS: 1, MACH: 0.8, BVR_STATUS: 1, BVR: -32, IVV_STATUS: 1, IVV: 64,
    })
  })

  it('that nobody reads is left as it is', () => {
    expect(readRegister('00000000000000', 1, 7)).toBeUndefined()
  })

  it('is told beside its digits in a copy of the record', () => {
    const record = {
      cat: 48,
      items: { 'I048/250': [{ MBDATA: 'C65632B0A80000', BDS1: 4, BDS2: 0 }, { MBDATA: '00000000000000', BDS1: 0, BDS2: 2 }], 'I048/030': [3] },
    }
    expect(withRegisters(record)).toMatchObject({
      cat: 48, items: { 'I048/250': [{ MBDATA: 'C65632B0A80000', REGISTER: { MCP: 36_000 } }, { BDS2: 2 }], 'I048/030': [3] },
    })
    expect(record.items['I048/250'][0]).not.toHaveProperty('REGISTER')
  })
})
