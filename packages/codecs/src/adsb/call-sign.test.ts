import { describe, expect, it } from 'vitest'
import { callSignAt, isCallSign, putCallSign } from './call-sign.ts'

const sent = (callSign: string) => {
  const message = new Uint8Array(7)
  putCallSign(message, callSign)
  return callSignAt(message)
}

describe('a call sign', () => {
  it('arrives as it was sent, without the blanks at its end', () => {
    for (const callSign of ['KLM1023', 'SVD712', 'ABCDEFGH', 'IJKLMNOP', 'QRSTUVWX', 'YZ012345', '6789',
      'A B']) expect(sent(callSign)).toBe(callSign)
  })

  it('has eight characters at most, and a sign for those that do not exist', () => {
    expect(sent('TOOLONGFORIT')).toBe('TOOLONGF')
    expect(sent('J8-VBA')).toBe('J8#VBA')
    expect(callSignAt(new Uint8Array(7))).toBe('########')
  })

  it('is believed when it can be one', () => {
    expect(['KLM1023', 'J8VBA', '42'].every(isCallSign)).toBe(true)
    expect(['', 'A', 'A B', '########', '00000000', 'klm1023', 'ABCDEFGHI'].some(isCallSign)).toBe(false)
  })
})
