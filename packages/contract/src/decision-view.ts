import { Type, type Static } from 'typebox'

export const DECISION_KINDS = ['split', 'merge', 'pin'] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]
export const DECISION_STATES = ['standing', 'waiting', 'undone', 'lapsed'] as const
export type DecisionState = (typeof DECISION_STATES)[number]

/** A union made by `map` loses its members in the type; this gives them back. */
const oneOf = <T extends string>(values: readonly T[], description: string) =>
  Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value)), { description }))

const KIND = '`split`: what the sensor adds to the track is another object. `merge`: both are one object. `pin`: the identity is its own'
const id = { minLength: 1, maxLength: 64 }
/** Who decides, until there is a sign-in. */
const By = (description: string) => Type.String({ maxLength: 40, pattern: '^[^\\p{Cc}]*$', description })

const decided = {
  kind: oneOf(DECISION_KINDS, KIND),
  trackId: Type.String({ ...id, description: 'The track that it is about' }),
  sensorId: Type.Optional(Type.String({ ...id, description: 'Of a split' })),
  otherId: Type.Optional(Type.String({ ...id, description: 'Of a merge: the other track' })),
  identity: Type.Optional(Type.String({ ...id, description: 'Of a pin, as `identity.stated` of a track or `identities` of an explanation name it' })),
}

/** What a person decides about tracks. */
export const NewDecision = Type.Object(
  { ...decided, by: Type.Optional(By('Who decides; `console` unless told')) },
  { $id: 'NewDecision', additionalProperties: false },
)
export type NewDecision = Static<typeof NewDecision>

/** Who takes a decision back. */
export const Undoing = Type.Object({ by: Type.Optional(By('Who undoes; `console` unless told')) }, { additionalProperties: false })

export const DecisionView = Type.Object(
  {
    id: Type.String(),
    ...decided,
    by: Type.String(),
    at: Type.Number({ description: 'When it was decided, epoch ms UTC' }),
    state: oneOf(DECISION_STATES, '`waiting`: the node was started anew, and its identity has not been seen since; `lapsed`: what it was about is no longer there'),
    endedAt: Type.Optional(Type.Number({ description: 'Since when it stands no more, epoch ms UTC' })),
    endedBy: Type.Optional(Type.String({ description: 'Who undid it' })),
  },
  { $id: 'DecisionView' },
)
export type DecisionView = Static<typeof DecisionView>

/** The last decisions, newest first. */
export const DecisionList = Type.Object({ decisions: Type.Array(DecisionView) }, { $id: 'DecisionList' })
export type DecisionList = Static<typeof DecisionList>
