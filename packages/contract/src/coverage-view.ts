import { Type, type Static } from 'typebox'

/**
 * How a sensor is. The last five say that nothing can be heard by it, and the page raises an alert for `deaf` and
 * `dead`.
 */
export const HEALTH_STATES = [
  'learning',
  'well',
  'quiet',
  'late',
  'clock-off',
  'connecting',
  'ended',
  'disabled',
  'failed',
  'deaf',
  'dead',
] as const
export type HealthState = (typeof HEALTH_STATES)[number]

/** Why a sensor is as it is. The page has a sentence for each, which the numbers go into. */
export const HEALTH_REASONS = [
  'nothing-yet',
  'few-messages',
  'on-time',
  'silent',
  'no-line',
  'never-heard',
  'refused',
  'no-objects',
  'few-objects',
  'few-cells',
  'delayed',
  'clock-ahead',
  'clock-behind',
  'over',
  'switched-off',
] as const
export type HealthReason = (typeof HEALTH_REASONS)[number]

const oneOf = <T extends string>(names: readonly T[]) =>
  // A union made by `map` loses its members in the type; this gives them back.
  Type.Unsafe<T>(Type.Union(names.map((name) => Type.Literal(name))))

const reason = {
  since: Type.Number({ description: 'Epoch ms UTC. Of a silence: when it was last heard' }),
  reason: oneOf(HEALTH_REASONS),
  numbers: Type.Record(Type.String(), Type.Number(), {
    description: 'What the sentence of this reason needs: seconds, counts',
  }),
}

export const SourceHealth = Type.Object(
  {
    state: oneOf(HEALTH_STATES),
    ...reason,
    normalIntervalMs: Type.Optional(
      Type.Number({ description: 'Longest usual silence between valid messages, at least 5 s. Absent until learned' }),
    ),
    delayMs: Type.Optional(Type.Number({ description: 'From time of validity to receipt, median' })),
    clockOffsetMs: Type.Optional(
      Type.Number({ description: 'How far its clock seems ahead of ours; negative when behind' }),
    ),
  },
  { $id: 'SourceHealth' },
)
export type SourceHealth = Static<typeof SourceHealth>

/** A sensor that hears nothing any more, or much less than it should. */
export const SensorAlert = Type.Object(
  {
    sourceId: Type.String(),
    title: Type.String(),
    simulated: Type.Boolean(),
    state: oneOf(['dead', 'deaf'] as const),
    ...reason,
    raisedAt: Type.Number(),
  },
  { $id: 'SensorAlert' },
)
export type SensorAlert = Static<typeof SensorAlert>

const place = { lat: Type.Number({ minimum: -90, maximum: 90 }), lon: Type.Number({ minimum: -180, maximum: 180 }) }

/**
 * `covered`: something was heard, or would be. `not-now`: usually heard, not now. `never`: within a horizon, never
 * heard.
 */
export const CELL_STATES = ['covered', 'not-now', 'never'] as const
export type CellState = (typeof CELL_STATES)[number]

/** What a node's sensors hear in one H3 cell of resolution 5, some 253 km². */
export const CoverageCell = Type.Object({
  cell: Type.String({ description: 'H3 index' }),
  ...place,
  boundary: Type.Array(Type.Object(place), { description: 'Corners in order, the first not repeated' }),
  simulated: Type.Boolean({ description: 'Heard by exercise sensors. Live ones have cells of their own' }),
  state: oneOf(CELL_STATES),
  expectedPerHour: Type.Number({ description: 'Distinct objects that its best sensor hears there in a usual hour' }),
  lastHour: Type.Integer({ description: 'Distinct objects that its best sensor heard there in the last hour' }),
  sources: Type.Array(Type.String(), { description: 'Those that hear there, or usually do' }),
})
export type CoverageCell = Static<typeof CoverageCell>

/** How far a sensor can hear at all, over open sea. */
export const Horizon = Type.Object({
  sourceId: Type.String(),
  simulated: Type.Boolean(),
  position: Type.Object(place),
  radiusMetres: Type.Number(),
  targetHeight: Type.Number({ description: 'Metres above the sea of what is to be heard' }),
  ring: Type.Array(Type.Object(place), { description: 'Closed' }),
})
export type Horizon = Static<typeof Horizon>

export const CoverageView = Type.Object(
  {
    time: Type.Number({ description: 'When it was so, epoch ms UTC' }),
    cells: Type.Array(CoverageCell),
    horizons: Type.Array(Horizon),
  },
  { $id: 'CoverageView' },
)
export type CoverageView = Static<typeof CoverageView>
