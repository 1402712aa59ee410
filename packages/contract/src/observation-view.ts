import { Type, type Static } from 'typebox'

/** What the equipment on board of boats told last, by one source. */
export const MeasurementList = Type.Object(
  {
    measurements: Type.Array(
      Type.Object({
        asset: Type.String({ description: 'The boat, as its equipment names it' }),
        path: Type.String({ description: 'A Signal K path; the value is in its unit, SI' }),
        value: Type.Union([Type.Number(), Type.String(), Type.Boolean()]),
        time: Type.Number({ description: 'When it was measured, epoch ms UTC' }),
        simulated: Type.Boolean(),
      }),
    ),
  },
  { $id: 'MeasurementList' },
)
export type MeasurementList = Static<typeof MeasurementList>

/** What a radar saw in its last turns: a square with the north up and the radar in its middle. */
export const RadarImage = Type.Object(
  {
    time: Type.Number({ description: 'When the last beam was received, epoch ms UTC' }),
    position: Type.Object({ lat: Type.Number(), lon: Type.Number() }, { description: 'Of the radar' }),
    reach: Type.Number({ description: 'Metres from the radar to each side' }),
    size: Type.Integer({ description: 'Pixels of a side' }),
    amplitudes: Type.String({ description: 'One octet a pixel, row by row from the north-west, base64' }),
  },
  { $id: 'RadarImage' },
)
export type RadarImage = Static<typeof RadarImage>
