import { Type, type Static } from 'typebox'
import { PictureRequest } from './picture-request.ts'

/** As was known at that moment, or as the world was by all that is known today. */
export const Known = Type.Union([Type.Literal('then'), Type.Literal('now')], { $id: 'Known' })
export type Known = Static<typeof Known>

/** Times a second of the past in a second. */
export const MAX_REPLAY_SPEED = 3600

/** The end of the year 9999, epoch ms. */
const LAST_MOMENT = 253_402_300_799_999

/** What a client tells `/api/replay`, as JSON text: from which moment to go on, and how fast. Sent again on every change. */
export const PlayRequest = Type.Object(
  {
    type: Type.Literal('play'),
    at: Type.Number({ minimum: 0, maximum: LAST_MOMENT, description: 'The moment to show, epoch ms UTC' }),
    speed: Type.Number({
      minimum: -MAX_REPLAY_SPEED, maximum: MAX_REPLAY_SPEED,
      description: 'Seconds of the past in a second: 0 stands still, below 0 runs backward',
    }),
    known: Type.Union([Type.Literal('then'), Type.Literal('now')]),
    exercise: Type.Boolean({ description: 'What was simulated instead of what was real' }),
  },
  { $id: 'PlayRequest', additionalProperties: false },
)
export type PlayRequest = Static<typeof PlayRequest>

export const ReplayRequest = Type.Union([PictureRequest, PlayRequest])
export type ReplayRequest = Static<typeof ReplayRequest>

/** What the node says beside its frames, as JSON text: why the moment asked for cannot be shown. */
export const ReplayProblem = Type.Object({ type: Type.Literal('problem'), detail: Type.String() }, { $id: 'ReplayProblem' })
export type ReplayProblem = Static<typeof ReplayProblem>
