import { bad, ok, type DecodeProblem, type Result } from '@csii/model'
import { altitudeOf13 } from './altitude.ts'
import { bitAt, bitsAt } from './bits.ts'
import { callSignAt } from './call-sign.ts'
import { parityRemainder } from './crc.ts'
import type { AirToAir, AllCall, Contents, ModeSMessage, Squitter, SquitterHead, Surveillance } from './message.ts'
import { operationStatusOf } from './operation-status.ts'
import { airbornePositionOf, coarsePositionOf, surfacePositionOf } from './position.ts'
import { squawkOf13 } from './squawk.ts'
import { aircraftStatusOf } from './status.ts'
import { targetStateOf } from './target-state.ts'
import { velocityOf } from './velocity.ts'

export type Decoded = Result<ModeSMessage, DecodeProblem>

const SHORT = 7
const LONG = 14

/**
 * Reads one downlink of Mode S, 7 or 14 octets. Of the formats that lay the address over the parity, any damage makes
 * another address: only whoever has heard that address otherwise can believe it.
 */
export function decodeModeS(frame: Uint8Array): Decoded {
  if (frame.length !== SHORT && frame.length !== LONG) return bad('length')
  const df = bitsAt(frame, 1, 5)
  if (frame.length !== (df < 16 ? SHORT : LONG)) return bad('length')
  switch (df) {
    case 0:
    case 16:
      return ok(airToAir(df, frame))
    case 4:
    case 5:
    case 20:
    case 21:
      return ok(surveillance(df, frame))
    case 11:
      return allCall(frame)
    case 17:
    case 18:
      return squitter(df, frame)
    default:
      return bad('unsupported')
  }
}

function airToAir(df: AirToAir['df'], frame: Uint8Array): AirToAir {
  const altitude = altitudeOf13(bitsAt(frame, 20, 13))
  return { df, icao: parityRemainder(frame), on_ground: bitAt(frame, 6), ...(altitude !== undefined && { altitude }) }
}

function surveillance(df: Surveillance['df'], frame: Uint8Array): Surveillance {
  const field = bitsAt(frame, 20, 13)
  const altitude = df % 2 === 0 ? altitudeOf13(field) : undefined
  return {
    df,
    icao: parityRemainder(frame),
    flight_status: bitsAt(frame, 6, 3),
    ...(altitude !== undefined && { altitude }),
    ...(df % 2 === 1 && { squawk: squawkOf13(field) }),
    ...(df >= 20 && { mb: hexOf(frame.subarray(4, 11)) }),
  }
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase()

/** The code of an interrogator is seven bits; more left over is damage (ICAO Annex 10, volume IV, § 3.1.2.5.2.1.2). */
function allCall(frame: Uint8Array): Result<AllCall, DecodeProblem> {
  const interrogator = parityRemainder(frame)
  if (interrogator > 0x7f) return bad('checksum')
  return addressed({ df: 11, icao: bitsAt(frame, 9, 24), capability: bitsAt(frame, 6, 3), interrogator })
}

function squitter(df: Squitter['df'], frame: Uint8Array): Result<Squitter, DecodeProblem> {
  if (parityRemainder(frame) !== 0) return bad('checksum')
  const icao = bitsAt(frame, 9, 24)
  const code = bitsAt(frame, 6, 3)
  const me = frame.subarray(4, 11)
  if (df === 17) return addressed({ df, icao, capability: code, ...contentsOf(me) })
  const contents = controlledContents(code, me)
  if (contents === undefined) return bad('unsupported')
  const other = isOtherAddress(code, me, contents) && ({ address_is_other: true } as const)
  const head: SquitterHead = { df, icao, control: code, ...other }
  return addressed({ ...head, ...contents })
}

/** No aircraft has an address of all zeros or all ones (ICAO Annex 10, volume III, chapter 9, § 3.1). */
const addressed = <Message extends ModeSMessage>(message: Message): Result<Message, DecodeProblem> =>
  message.icao === 0 || message.icao === 0xffffff ? bad('value') : ok(message)

/** Of DF 18, what its control field says is in it; 7 is reserved. */
function controlledContents(control: number, me: Uint8Array): Contents | undefined {
  if (control === 7) return undefined
  if (control === 3) return coarsePositionOf(me)
  // The management of TIS-B and ADS-R is about no aircraft.
  return control === 4 ? { bds: 'other', typecode: bitsAt(me, 1, 5) } : contentsOf(me)
}

/**
 * Devices that are no transponders, and ground stations, can number what they report otherwise: by the control field,
 * or by a bit that each type of contents has elsewhere (RTCA DO-260B, § 2.2.17.2 and § 2.2.18.4).
 */
function isOtherAddress(control: number, me: Uint8Array, contents: Contents): boolean {
  if (control === 1 || control === 5) return true
  if (control === 3) return bitAt(me, 1)
  const bit = control === 2 || control === 6 ? FLAG_BITS[contents.bds] : undefined
  return bit !== undefined && bitAt(me, bit)
}

/** Where contents of TIS-B and ADS-R have the bit. */
export const FLAG_BITS: Partial<Record<Contents['bds'], number>> = {
  '0,5': 8, '0,6': 21, '0,9': 9, '6,1': 56, '6,2': 51, '6,5': 56,
}

function contentsOf(me: Uint8Array): Contents {
  const typecode = bitsAt(me, 1, 5)
  if (typecode === 1 || typecode === 2 || typecode === 3 || typecode === 4) {
    const category = `${'DCBA'[typecode - 1]}${bitsAt(me, 6, 3)}`
    return { bds: '0,8', typecode, category, callsign: callSignAt(me) }
  }
  if (typecode >= 5 && typecode <= 8) return surfacePositionOf(me)
  if (typecode <= 18 || (typecode >= 20 && typecode <= 22)) return airbornePositionOf(me)
  if (typecode === 28) return aircraftStatusOf(me)
  if (typecode === 29) return targetStateOf(me)
  if (typecode === 31) return operationStatusOf(me)
  return (typecode === 19 ? velocityOf(me) : undefined) ?? { bds: 'other', typecode }
}
