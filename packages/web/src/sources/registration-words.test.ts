import type { RegistrationView } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import type { MessageId } from '../text/catalogue.ts'
import english from '../text/en.json'
import { registrationInWords } from './registration-words.ts'

const text = (id: MessageId, values: Readonly<Record<string, string | number>> = {}) =>
  english[id].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
const HILL: RegistrationView = {
  sensorId: 'hill', rangeBias: 56.4, rangeSigma: 4.2, bearingBiasDeg: -0.671, bearingSigmaDeg: 0.03, timeBias: 0.42, timeSigma: 0.1, pairs: 312, vessels: 7,
  applied: true,
}
const said = (changes: Partial<RegistrationView> = {}) => registrationInWords({ ...HILL, ...changes }, text)

describe('how a radar is set up', () => {
  it('reads as a technician would say it', () => {
    expect(said()).toEqual([
      'Bearings read 0.67° too low (± 0.03°).',
      'Ranges read 56 m too long (± 4 m).',
      'Times are 0.4 s late (± 0.1 s).',
      'Corrected.',
      'Learned from 7 vessels that it and AIS both see (312 comparisons).',
    ])
  })

  it('has each error the other way too', () => {
    expect(said({ bearingBiasDeg: 1, rangeBias: -30, timeBias: -1 }).slice(0, 3)).toEqual([
      'Bearings read 1.00° too high (± 0.03°).', 'Ranges read 30 m too short (± 4 m).', 'Times are 1.0 s early (± 0.1 s).',
    ])
  })

  it('calls no error what may be chance, and says that nothing is corrected yet', () => {
    expect(said({ bearingBiasDeg: 0.05, rangeBias: 8, timeBias: 0, applied: false }).slice(0, 4)).toEqual([
      'Bearings: no error seen (± 0.03°).', 'Ranges: no error seen (± 4 m).', 'Times: no error seen (± 0.1 s).',
      'Not corrected: too little is known yet.',
    ])
  })
})
