import { altitude13 } from './altitude.ts'
import { putBits } from './bits.ts'
import { putCallSign } from './call-sign.ts'
import { sealParity } from './crc.ts'
import { FLAG_BITS } from './decode.ts'
import type { Contents, Identification, ModeSMessage, Squitter } from './message.ts'
import { putOperationStatus } from './operation-status.ts'
import { putAirbornePosition, putCoarsePosition, putSurfacePosition } from './position.ts'
import { squawk13 } from './squawk.ts'
import { putAircraftStatus } from './status.ts'
import { putTargetState } from './target-state.ts'
import { putVelocity } from './velocity.ts'

/**
 * The frame of a message, with its parity. Values are rounded to what the fields can hold; contents not read are zeros.
 */
export function encodeModeS(message: ModeSMessage): Uint8Array {
  const frame = new Uint8Array(message.df < 16 ? 7 : 14)
  putBits(frame, 1, 5, message.df)
  switch (message.df) {
    case 0:
    case 16:
      putBits(frame, 6, 1, Number(message.on_ground))
      if (message.altitude !== undefined) putBits(frame, 20, 13, altitude13(message.altitude))
      return sealParity(frame, message.icao)
    case 11:
      putBits(frame, 6, 3, message.capability)
      putBits(frame, 9, 24, message.icao)
      return sealParity(frame, message.interrogator)
    case 17:
    case 18:
      putSquitter(frame, message)
      return sealParity(frame)
    default:
      putBits(frame, 6, 3, message.flight_status)
      if (message.altitude !== undefined) putBits(frame, 20, 13, altitude13(message.altitude))
      if (message.squawk !== undefined) putBits(frame, 20, 13, squawk13(message.squawk))
      if (message.mb !== undefined) putHex(frame, 33, message.mb)
      return sealParity(frame, message.icao)
  }
}

function putHex(frame: Uint8Array, first: number, digits: string): void {
  Array.from(digits, (digit, index) => putBits(frame, first + 4 * index, 4, Number.parseInt(digit, 16)))
}

function putSquitter(frame: Uint8Array, message: Squitter): void {
  const me = frame.subarray(4, 11)
  putBits(frame, 6, 3, message.control ?? message.capability ?? 0)
  putBits(frame, 9, 24, message.icao)
  putContents(me, message)
  const { control } = message
  if (!message.address_is_other || (control !== 2 && control !== 3 && control !== 6)) return
  const bit = control === 3 ? 1 : FLAG_BITS[message.bds]
  if (bit !== undefined) putBits(me, bit, 1, 1)
}

function putContents(me: Uint8Array, contents: Contents): void {
  switch (contents.bds) {
    case '0,8':
      return putIdentification(me, contents)
    case '0,5':
      return putAirbornePosition(me, contents)
    case '0,6':
      return putSurfacePosition(me, contents)
    case '0,9':
      return putVelocity(me, contents)
    case '6,1':
      return putAircraftStatus(me, contents)
    case '6,2':
      return putTargetState(me, contents)
    case '6,5':
      return putOperationStatus(me, contents)
    case 'coarse':
      return putCoarsePosition(me, contents)
    case 'other':
      return putBits(me, 1, 5, contents.typecode)
  }
}

function putIdentification(me: Uint8Array, { typecode, category, callsign }: Identification): void {
  putBits(me, 1, 5, typecode)
  putBits(me, 6, 3, Number(category.slice(1)))
  putCallSign(me, callsign)
}
