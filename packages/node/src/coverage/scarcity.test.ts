import { describe, expect, it } from 'vitest'
import { hearing, heardAt, places } from './fixtures/receptions.ts'
import { scarcityOf } from './scarcity.ts'

const spread = (count: number, usual: number, last: (n: number) => number) =>
  places(count).map((place, n) => heardAt(place, usual, last(n)))
/** One whose traffic comes in waves: its counts vary so much more than Poisson's. */
const wide = (dispersion: number, ...sensor: Parameters<typeof hearing>) => {
  const made = hearing(...sensor)
  return { ...made, reception: { ...made.reception, expected: { ...made.reception.expected, dispersion } } }
}

describe('a sensor that hears too little', () => {
  it('is one that hears next to nothing where forty objects are usual', () => {
    const sensor = hearing(
      'hill',
      spread(4, 10, (n) => (n === 0 ? 1 : 0)),
    )
    expect(scarcityOf(sensor, [])).toEqual({ reason: 'few-objects', numbers: { heard: 1, usual: 40 } })
  })

  it('is none that hears a little less than usual', () => {
    expect(
      scarcityOf(
        hearing(
          'hill',
          spread(4, 10, () => 7),
        ),
        [],
      ),
    ).toBeUndefined()
  })

  it('is none on a quiet night: traffic that comes in waves is as often away', () => {
    const waves = wide(
      20,
      'hill',
      spread(4, 10, () => 0),
    )
    expect(scarcityOf(waves, [])).toBeUndefined()
  })

  it('is one even then when another hears the traffic that is there', () => {
    const waves = wide(
      10,
      'hill',
      spread(4, 10, () => 0),
    )
    const other = hearing(
      'pier',
      spread(4, 10, () => 10),
    )
    expect(scarcityOf(waves, [])).toBeUndefined()
    expect(scarcityOf(waves, [other])).toEqual({ reason: 'few-objects', numbers: { heard: 0, usual: 40 } })
  })

  it('is none when another hears as well that nothing is there', () => {
    const sensor = hearing(
      'hill',
      spread(4, 10, () => 0),
    )
    expect(
      scarcityOf(sensor, [
        hearing(
          'pier',
          spread(4, 10, () => 0),
        ),
      ]),
    ).toBeUndefined()
  })

  it('is not acquitted by one that is dead itself, or hears elsewhere', () => {
    const sensor = hearing(
      'hill',
      spread(4, 10, () => 0),
    )
    expect(
      scarcityOf(sensor, [
        hearing(
          'pier',
          spread(4, 10, () => 0),
          { isHearing: false },
        ),
      ]),
    ).toBeDefined()
    expect(
      scarcityOf(sensor, [
        hearing(
          'far',
          places(20)
            .slice(10)
            .map((place) => heardAt(place, 10, 0)),
        ),
      ]),
    ).toBeDefined()
  })

  it('is not judged before it was learned for six hours', () => {
    expect(
      scarcityOf(
        hearing(
          'hill',
          spread(4, 10, () => 0),
          { hours: 5 },
        ),
        [],
      ),
    ).toBeUndefined()
  })

  it('is not judged by an hour of which it listened to half: the node has just started, or the sensor was away', () => {
    expect(
      scarcityOf(
        hearing(
          'hill',
          spread(4, 10, () => 0),
          { listened: 0.5 },
        ),
        [],
      ),
    ).toBeUndefined()
  })

  it('is not acquitted by one that has only begun to listen', () => {
    const other = hearing(
      'pier',
      spread(4, 10, () => 0),
      { listened: 0.5 },
    )
    expect(
      scarcityOf(
        hearing(
          'hill',
          spread(4, 10, () => 0),
        ),
        [other],
      ),
    ).toBeDefined()
  })

  it('is one that hears as much as ever, in a quarter of its area', () => {
    const oneSided = hearing(
      'hill',
      spread(16, 8, (n) => (n < 4 ? 24 : 0)),
    )
    expect(scarcityOf(oneSided, [])).toEqual({ reason: 'few-cells', numbers: { heard: 4, usual: 16 } })
  })

  it('is none that hears in most of its area', () => {
    expect(
      scarcityOf(
        hearing(
          'hill',
          spread(16, 8, (n) => (n < 10 ? 12 : 0)),
        ),
        [],
      ),
    ).toBeUndefined()
  })

  it('is none that was never told of anything', () => {
    expect(scarcityOf(hearing('hill', []), [])).toBeUndefined()
  })
})
