import type { AisMessage } from './catalogue.ts'
import { readable, textOf } from './text.ts'

/** Bits of a whole position report. */
const FULL = 168

type Shown = Record<string, unknown>

/** Completes a description where gpsd shows something else than one transmitted field. */
export function retell(message: AisMessage, shown: Shown, scaled: boolean): void {
  if (message.type < 4 && (message.bits ?? FULL) < FULL) {
    // A radio state that is cut short counts from its last bit there.
    shown['radio'] = Number(shown['radio']) >> (FULL - (message.bits ?? FULL))
  } else if (message.type === 21) {
    shown['name'] = fullName(message.name, message.name_extension)
  } else if (message.type === 24 && message.part === 'B') {
    shown['vendorid'] = vendorOf(message)
  } else if (message.type === 26 && !scaled) {
    shown['data'] = withRadioBits(message.data, message.radio, message.addressed)
    // gpsd does not read the radio state.
    shown['radio'] = 0
  } else if (message.type === 8 && 'targets' in message && Array.isArray(shown['targets'])) {
    shown['targets'] = shown['targets'].map(withIdentity)
  }
}

/** The extension continues a name that fills its field. M.1371-5, table 70. */
export const fullName = (name: string, extension: string): string =>
  readable(name.includes('@') ? name : name + extension)

/** Before M.1371-4 the vendor had seven characters; the bits of the last four are now model and serial number. */
const vendorOf = (part: { readonly vendorid: string; readonly model: number; readonly serial: number }): string =>
  readable(part.vendorid + textOf(part.model * 2 ** 20 + part.serial, 4))

/** gpsd leaves the radio bits that follow in the last byte of the data, as far as it had copied them. */
function withRadioBits(data: string, radio: number, isAddressed: boolean): string {
  const bits = Number.parseInt(data, 10)
  const free = (8 - (bits % 8)) % 8
  const copied = isAddressed ? (8 - ((bits + 30) % 8)) % 8 : free
  const seen = Math.min(free, copied)
  if (seen === 0) return data
  const last = Number.parseInt(data.slice(-2), 16) | ((radio >> (20 - seen)) << (free - seen))
  return data.slice(0, -2) + last.toString(16).padStart(2, '0')
}

/** How a target of a traffic centre is identified: IMO SN.1/Circ.289, table 7.1. */
const IDENTITIES = ['mmsi', 'imo', 'callsign', 'other'] as const

function withIdentity({ idtype, id, ...rest }: Shown): Shown {
  const word = IDENTITIES[Number(idtype)]!
  const identity = Number(idtype) < 2 ? String(id) : readable(textOf(Number(id), 7))
  return { idtype, idtype_text: word, [word]: identity, ...rest }
}
