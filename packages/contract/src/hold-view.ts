import { Type, type Static } from 'typebox'

const By = (description: string) => Type.String({ maxLength: 40, pattern: '^[^\\p{Cc}]*$', description })
const moment = (description: string) => Type.Number({ minimum: -8e15, maximum: 8e15, description })
const degrees = (limit: number) => Type.Number({ minimum: -limit, maximum: limit })

const held = {
  reason: Type.String({ minLength: 1, maxLength: 200, description: 'Why, such as the number of a case' }),
  from: moment('What was received or valid from then on, epoch ms UTC'),
  to: moment('And until then'),
  area: Type.Optional(
    Type.Object(
      { west: degrees(180), south: degrees(90), east: degrees(180), north: degrees(90) },
      { additionalProperties: false, description: 'Only there; everywhere without. `west` may exceed `east` across the antimeridian' },
    ),
  ),
  track: Type.Optional(
    Type.String({ pattern: '^[0-9]+\\.[0-9]+$', maxLength: 24, description: 'Only this track of history, as `run.serial`, and the plots of that time and area' }),
  ),
}

/** Evidence that somebody wants kept whatever the retention says. */
export const NewHold = Type.Object(
  { ...held, by: Type.Optional(By('Who holds it; `console` unless told')) },
  { $id: 'NewHold', additionalProperties: false },
)
export type NewHold = Static<typeof NewHold>

export const HoldView = Type.Object(
  {
    id: Type.String(), ...held, by: Type.String(), at: Type.Number({ description: 'Since when it is held, epoch ms UTC' }),
    releasedAt: Type.Optional(Type.Number({ description: 'When it was released, epoch ms UTC' })),
    releasedBy: Type.Optional(Type.String()),
  },
  { $id: 'HoldView' },
)
export type HoldView = Static<typeof HoldView>

/** Those that stand and those that were released, newest first. */
export const HoldList = Type.Object({ holds: Type.Array(HoldView) }, { $id: 'HoldList' })
export type HoldList = Static<typeof HoldList>

/** Who releases a hold. */
export const Releasing = Type.Object({ by: Type.Optional(By('Who releases it; `console` unless told')) }, { additionalProperties: false })
