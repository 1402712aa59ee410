import type { Claim, Dimensions } from '@csii/model'
import type { AisMessage } from './catalogue.ts'
import { isDistressDevice, isTestByStatus, isTestByText, stationOf } from './stations.ts'
import { fullName } from './quirks.ts'
import { readable } from './text.ts'

/** A claim while it is made. */
type Draft = { -readonly [Key in keyof Claim]: Claim[Key] }

/** What a message says of its sender. What is empty or "not available" is left out. */
export function claimOf(message: AisMessage): Claim {
  const { type, mmsi } = message
  const station = stationOf(mmsi, type)
  const claim: Draft = { mmsi }
  if (station) claim.station = station
  switch (type) {
    case 1:
    case 2:
    case 3:
    case 27:
      return withStatus(claim, message.status)
    case 5:
      return { ...claim, ...called(message), ...named(message.shipname), ...built(message), ...bound(message) }
    case 14:
      return isDistressDevice(station) ? { ...claim, ...tested(message.text) } : claim
    case 19:
      return { ...claim, ...named(message.shipname), ...built(message) }
    case 21:
      return { ...claim, ...aid(message) }
    case 24:
      if (message.part === 'A') return { ...claim, ...named(message.shipname) }
      // A craft of a mother ship has her identity where others have their dimensions.
      return { ...claim, ...called(message), ...('to_bow' in message ? built(message) : typed(message)) }
    default:
      return claim
  }
}

/** 15 says "not defined", but in a distress device "test". Assigned, since this is done for every report. */
function withStatus(claim: Draft, status: number): Claim {
  if (status < 15) claim.navigationStatus = status
  const test = isDistressDevice(claim.station) ? isTestByStatus(status) : undefined
  if (test !== undefined) claim.test = test
  return claim
}

function tested(text: string): Claim {
  const test = isTestByText(text)
  return test === undefined ? {} : { test }
}

function textClaim(key: 'name' | 'callSign' | 'destination', transmitted: string): Claim {
  const text = readable(transmitted).trim()
  return text === '' ? {} : { [key]: text }
}

const named = (transmitted: string): Claim => textClaim('name', transmitted)

const called = (message: { readonly callsign: string }): Claim => textClaim('callSign', message.callsign)

const typed = ({ shiptype }: { readonly shiptype: number }): Claim =>
  shiptype > 0 && shiptype <= 99 ? { shipType: shiptype } : {}

interface Hull {
  readonly to_bow: number
  readonly to_stern: number
  readonly to_port: number
  readonly to_starboard: number
}

function measured({ to_bow: bow, to_stern: stern, to_port: port, to_starboard: starboard }: Hull): Claim {
  const dimensions: Dimensions = { bow, stern, port, starboard }
  return bow + stern + port + starboard === 0 ? {} : { dimensions }
}

const built = (message: Hull & { readonly shiptype: number }): Claim => ({ ...typed(message), ...measured(message) })

function bound(message: Extract<AisMessage, { type: 5 }>): Claim {
  const { imo, draught } = message
  return {
    ...(imo > 0 && { imo }),
    ...(draught > 0 && { draught: draught / 10 }),
    ...textClaim('destination', message.destination),
    ...arriving(message),
  }
}

/** Month 0, day 0, hour 24 and minute 60 each say "not available"; an arrival without one of them is none. */
function arriving({ month, day, hour, minute }: Record<'month' | 'day' | 'hour' | 'minute', number>): Claim {
  const isKnown = month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60
  return isKnown ? { eta: `${two(month)}-${two(day)}T${two(hour)}:${two(minute)}Z` } : {}
}

const two = (number: number): string => String(number).padStart(2, '0')

function aid(message: Extract<AisMessage, { type: 21 }>): Claim {
  const { aid_type: aidType, virtual_aid: virtualAid } = message
  return {
    ...named(fullName(message.name, message.name_extension)),
    ...(aidType > 0 && { aidType }),
    virtualAid,
    ...measured(message),
  }
}
