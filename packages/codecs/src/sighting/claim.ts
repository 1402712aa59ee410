import type { Claim } from '@csii/model'
import type { Sighting } from './sighting.ts'
import { vesselKind } from './vessel-kinds.ts'
import { withoutAbsent } from './without-absent.ts'

/** What a person said of the object that was seen. */
export function claimOf(sighting: Sighting): Claim {
  const { vesselKind: id, peopleOnBoard, name, marking, emergency, uid } = sighting
  const kind = id && vesselKind(id)
  return {
    station: kind?.station ?? 'unknown',
    ...withoutAbsent({
      uid, name, marking, peopleOnBoard, emergency, shipType: kind?.shipType,
      description: descriptionOf(sighting, kind?.en),
    }),
  }
}

/** In English where we have a word for it, and the reporter's own words after that. */
function descriptionOf(
  { colour, engines, description, leftOver }: Sighting,
  kind: string | undefined,
): string | undefined {
  const words = [
    ...(kind ? [kind] : []),
    ...(colour ? [colour] : []),
    ...(engines === undefined ? [] : [engines === 1 ? '1 engine' : `${engines} engines`]),
    ...(description ? [description] : []),
    ...(leftOver.length > 0 ? [leftOver.join(' ')] : []),
  ]
  return words.length > 0 ? words.join(', ') : undefined
}
