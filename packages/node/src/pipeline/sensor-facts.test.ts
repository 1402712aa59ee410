import { describe, expect, it } from 'vitest'
import { letters } from './fixtures/letters.ts'
import { createKnownSensors } from './sensor-facts.ts'

const sensor = { id: 'kingstown', kind: 'letters', simulated: false }
const position = { lat: 13.13, lon: -61.21 }

describe('what the tracker is told of a sensor', () => {
  it('is by what means it sees and where it stands, as it was installed last', () => {
    const known = createKnownSensors()
    known.note(sensor, letters)
    expect(known.factsOf('kingstown')).toEqual({ means: 'ais' })
    known.note({ ...sensor, position }, { ...letters, means: 'radar' })
    expect(known.factsOf('kingstown')).toEqual({ means: 'radar', position })
  })

  it('is nothing of one that was never installed', () => {
    expect(createKnownSensors().factsOf('bequia')).toEqual({ means: 'unknown' })
  })
})
