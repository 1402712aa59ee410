import { Type, type Static } from 'typebox'

/** Why what comes in is not kept. Until it is again, nothing new is acknowledged, and whoever sends may have to wait. */
export const RECORD_PROBLEMS = ['disk-full', 'io-error', 'damaged', 'busy', 'unreachable', 'refused'] as const
export type RecordProblem = (typeof RECORD_PROBLEMS)[number]

export const HealthView = Type.Object(
  {
    status: Type.Union([Type.Literal('ok'), Type.Literal('degraded')]),
    node: Type.String(),
    nation: Type.String(),
    version: Type.String(),
    time: Type.Number({ description: 'Node time, epoch ms UTC' }),
    startedAt: Type.Number(),
    simulated: Type.Boolean({ description: 'At least one source is an exercise' }),
    tracks: Type.Integer(),
    sources: Type.Integer(),
    sourcesOpen: Type.Integer(),
    pipelineDelayMs: Type.Number({ description: 'Age of the oldest bytes the pipeline has not read yet' }),
    record: Type.Optional(
      Type.Object(
        {
          problem: Type.Unsafe<RecordProblem>(Type.Union(RECORD_PROBLEMS.map((problem) => Type.Literal(problem)))),
          since: Type.Number({ description: 'epoch ms UTC' }),
          waiting: Type.Integer({ description: 'Plots that wait to be kept' }),
        },
        { description: 'There while what comes in cannot be kept' },
      ),
    ),
  },
  { $id: 'HealthView' },
)
export type HealthView = Static<typeof HealthView>
