import type { Claim, Emergency, Station } from '@csii/model'
import { affiliationOf, emergencyOf, isAlarm, stationOf } from './cot-type.ts'
import type { CotEvent } from './event.ts'
import { childOf, elementsOf, textOf, type XmlElement } from './xml-element.ts'

/** Words of a report that are kept; the whole is in the event. */
const LONGEST_DESCRIPTION = 500
const LONGEST_NAME = 100

/** What an event says of the object that it is about. */
export function claimOf({ uid, type, detail }: CotEvent): Claim {
  const station: Station | undefined = isAlarm(type) ? 'person' : stationOf(type)
  const name = nameOf(type, detail)
  const affiliation = affiliationOf(type)
  const emergency = emergencyOf(type) ?? emergencyIn(detail)
  const description = wordsOf(childOf(detail, 'remarks'), LONGEST_DESCRIPTION)
  return {
    uid: (isAlarm(type) ? callerOf(detail) : undefined) ?? uid,
    ...(station && { station }),
    ...(name && { name }),
    ...(affiliation && { affiliation }),
    ...(emergency && { emergency }),
    ...(description && { description }),
  }
}

/** An alarm's own callsign is the caller's with "-Alert" behind it; its element `emergency` has the plain one. */
function nameOf(type: string, detail: XmlElement | undefined): string | undefined {
  const plain = isAlarm(type) ? wordsOf(childOf(detail, 'emergency'), LONGEST_NAME) : undefined
  return plain ?? tidy(childOf(detail, 'contact')?.attributes.get('callsign') ?? '', LONGEST_NAME)
}

/** An alarm has a uid of its own, and a link of parent to point at whoever raised it. */
function callerOf(detail: XmlElement | undefined): string | undefined {
  const links = detail ? elementsOf(detail).filter(({ name }) => name === 'link') : []
  return links.find(({ attributes }) => attributes.get('relation') === 'p-p')?.attributes.get('uid')
}

/** The breach of a geofence is an alarm about somebody, not a call for help by them. */
function emergencyIn(detail: XmlElement | undefined): Emergency | undefined {
  const emergency = childOf(detail, 'emergency')
  if (!emergency || emergency.attributes.get('cancel') === 'true') return undefined
  return /geo-?fence/i.test(emergency.attributes.get('type') ?? '') ? undefined : 'general'
}

const wordsOf = (element: XmlElement | undefined, longest: number): string | undefined =>
  element && tidy(textOf(element), longest)

function tidy(text: string, longest: number): string | undefined {
  const words = text.slice(0, longest * 4).replace(/\s+/g, ' ').trim().slice(0, longest)
  return words === '' ? undefined : words
}
