import { Type, type Static } from 'typebox'
import { DecisionView } from './decision-view.ts'
import { Probability } from './track-view.ts'

export const REJECTION_REASONS = ['nearer-to-another', 'less-likely-than-clutter', 'impossible-move', 'held-apart'] as const
export type RejectionReason = (typeof REJECTION_REASONS)[number]

const plot = {
  sensorId: Type.String(),
  time: Type.Number({ description: 'Of validity, epoch ms UTC' }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  lon: Type.Number({ minimum: -180, maximum: 180 }),
  distanceSquared: Type.Number({
    minimum: 0, description: 'From where the track was expected: squared Mahalanobis distance, 2 degrees of freedom. 95 % of its own plots lie within 5.99',
  }),
}

/** Why a track is as it is: what it was made of, and what was turned away. Newest plots first. */
export const ExplanationView = Type.Object(
  {
    trackId: Type.String(),
    existence: Probability('That a real object is behind it'),
    motion: Type.Object(
      { steady: Probability('Holds course and speed'), turning: Probability('Turns steadily'), manoeuvring: Probability('Does neither') },
      { description: 'How it moves: probabilities that sum to 1' },
    ),
    taken: Type.Array(Type.Object({ ...plot, weight: Probability('How far it moved the track towards itself: 1 is all the way') })),
    rejected: Type.Array(
      Type.Object({
        ...plot,
        // A union made by `map` loses its members in the type; this gives them back.
        because: Type.Unsafe<RejectionReason>(Type.Union(REJECTION_REASONS.map((reason) => Type.Literal(reason)))),
        takenBy: Type.Optional(Type.String({ description: 'The track that took it' })),
      }),
    ),
    identities: Type.Array(Type.Object({ identity: Type.String(), probability: Probability('That it is that of the object') }), {
      description: 'What it has or could have',
    }),
    judgements: Type.Array(DecisionView, { description: 'What people decided about it' }),
  },
  { $id: 'ExplanationView' },
)
export type ExplanationView = Static<typeof ExplanationView>
