import { Type, type Static } from 'typebox'

const sigma = { minimum: 0, description: 'One standard deviation of it' }

/** What is wrong with how a radar is set up, as vessels show that it and AIS both see. Measured minus true. */
export const RegistrationView = Type.Object(
  {
    sensorId: Type.String(),
    rangeBias: Type.Number({ description: 'Metres' }),
    rangeSigma: Type.Number(sigma),
    bearingBiasDeg: Type.Number({ description: 'Degrees, clockwise' }),
    bearingSigmaDeg: Type.Number(sigma),
    timeBias: Type.Number({ description: 'Seconds by which its times are late' }),
    timeSigma: Type.Number(sigma),
    pairs: Type.Integer({ minimum: 0, description: 'Pairs of a plot and a report that it rests on' }),
    vessels: Type.Integer({ minimum: 0, description: 'Of how many vessels' }),
    applied: Type.Boolean({ description: 'Plots of this radar are corrected by it' }),
  },
  { $id: 'RegistrationView' },
)
export type RegistrationView = Static<typeof RegistrationView>

export const RegistrationList = Type.Object({ registrations: Type.Array(RegistrationView) }, { $id: 'RegistrationList' })
export type RegistrationList = Static<typeof RegistrationList>
