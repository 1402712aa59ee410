import { Type, type Static } from 'typebox'

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
  },
  { $id: 'HealthView' },
)
export type HealthView = Static<typeof HealthView>
