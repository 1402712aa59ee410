import { Type, type Static } from 'typebox'

/** What a client tells `/api/picture`, as JSON text: where it looks, and what it already has. Sent again on every move. */
export const PictureRequest = Type.Object(
  {
    type: Type.Literal('view'),
    /** Degrees; `west` may exceed `east` across the antimeridian. */
    west: Type.Number({ minimum: -180, maximum: 180 }),
    south: Type.Number({ minimum: -90, maximum: 90 }),
    east: Type.Number({ minimum: -180, maximum: 180 }),
    north: Type.Number({ minimum: -90, maximum: 90 }),
    /** Frames a second wanted at most. */
    rateHz: Type.Optional(Type.Number({ minimum: 0.1, maximum: 10, default: 2 })),
    /** From the last frame before the connection was lost, with the same view. */
    resume: Type.Optional(Type.Object({ epoch: Type.Integer({ minimum: 0 }), revision: Type.Number({ minimum: 0 }) })),
  },
  { $id: 'PictureRequest', additionalProperties: false },
)
export type PictureRequest = Static<typeof PictureRequest>
