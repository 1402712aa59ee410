import { describe, expect, it } from 'vitest'
import { during, META, object, track } from '../fixtures/world.ts'
import type { ScoreInput, TrackLine, TruthLine } from '../scenario.ts'
import { evaluate } from './evaluation.ts'
import { evaluationText } from './text.ts'

const TEN = Array.from({ length: 10 }, (_, index) => index * 10)

function of(truth: readonly TruthLine[], tracks: readonly TrackLine[], meta: Partial<ScoreInput['meta']> = {}) {
  const { requirements } = evaluate({ meta: { ...META, ...meta }, truth, tracks })
  return (name: string) => {
    const found = requirements.find((each) => each.name === name)
    if (!found) throw new Error(`no ${name} among ${requirements.map((each) => each.name).join(', ')}`)
    return { ...found, verdicts: found.judgements.map(({ standard, verdict }) => `${standard} ${verdict}`) }
  }
}

/** Northwards at 5 m/s. */
const vessel = object({ id: 'A', vy: 5, ident: 'M1' })
const good = track({ id: 1, vy: 5, ident: 'M1' })

describe('a picture without fault', () => {
  const figure = of(during(TEN, vessel), during(TEN, good))

  it.each([
    'position detection per update',
    'the same, of the worst object',
    'identification correct',
    'position within 12 m',
    'position within 400 m',
    'along track within 70 m',
    'across track within 70 m',
    'speed within 5 m/s, or 10 % if that is more',
    'course within 15°, at 3 m/s and more',
  ])('has all of %s', (name) => {
    expect(figure(name)).toMatchObject({ value: 1 })
    expect(figure(name).verdicts.every((verdict) => verdict.endsWith('pass'))).toBe(true)
  })

  it.each([
    'updates lost in gaps of 16.5 s or more',
    'updates lost in gaps of 5 s or more',
    'extra tracks of an object that has one',
    'extra data, tracks on nothing',
    'false detections, 60 m or more from any object',
    'identification false',
    'position error, root mean square',
    'velocity error, root mean square',
    'track initiation, object with an identity, mean',
  ])('has none of %s', (name) => {
    expect(figure(name)).toMatchObject({ value: 0 })
    expect(figure(name).verdicts.some((verdict) => verdict.endsWith('fail'))).toBe(false)
  })
})

describe('detection', () => {
  it('is asked of every object by ED-142, and of all together by the others', () => {
    const fleet = Array.from({ length: 20 }, (_, index) => object({ id: `T${index}`, x: index * 5000 }))
    const truth = fleet.flatMap((each) => during(TEN, each))
    const tracks = truth.filter(({ id, t }) => id !== 'T7' || t >= 20).map(({ id, t, x }) => track({ id, t, x }))
    const figure = of(truth, tracks)
    expect(figure('position detection per update')).toMatchObject({
      value: 0.99,
      samples: 200,
      verdicts: ['ED-87E pass', 'COMPASS pass'],
    })
    expect(figure('the same, of the worst object')).toMatchObject({
      value: 0.8,
      samples: 10,
      remarks: ['object T7'],
      verdicts: ['ED-142 TMA fail'],
    })
    expect(figure('updates lost in gaps of 16.5 s or more')).toMatchObject({
      value: 0.01,
      verdicts: ['ED-142 TMA fail'],
    })
  })

  it('has no short gaps to count where epochs are far apart', () => {
    const tracks = during(
      TEN.filter((t) => t !== 50),
      good,
    )
    const name = 'updates lost in gaps of 3 to 5 s'
    expect(of(during(TEN, vessel), tracks)(name)).toMatchObject({
      value: undefined,
      verdicts: ['ED-87E not applicable'],
    })
    const fast = (t: number) => t / 5
    const figure = of(
      during(TEN.map(fast), vessel),
      during(
        TEN.map(fast).filter((t) => t !== 10),
        good,
      ),
      { score_dt: 2 },
    )
    expect(figure(name)).toMatchObject({ value: 0.1, verdicts: ['ED-87E fail'] })
    expect(figure('updates lost in gaps of 5 s or more')).toMatchObject({ value: 0 })
  })

  it('counts second tracks as extra, tracks on nothing as extra data, and those far from all as false', () => {
    const figure = of([vessel], [good, track({ id: 2, x: 100 }), track({ id: 3, x: 700 }), track({ id: 4, x: 2100 })])
    expect(figure('extra tracks of an object that has one').value).toBe(0.5)
    expect(figure('extra data, tracks on nothing').value).toBe(0.5)
    expect(figure('false detections, 2100 m or more from any object').value).toBe(0.25)
    expect(figure('false detections, 500 m or more from any object').value).toBe(0.5)
    expect(figure('false detections, 60 m or more from any object').value).toBe(0.75)
  })

  it('does not judge what is on nothing where not every object is known', () => {
    const figure = of([vessel], [good, track({ id: 2, x: 9000 })], { truth_partial: true })
    expect(figure('extra data, tracks on nothing')).toMatchObject({ value: 0, verdicts: ['COMPASS not applicable'] })
  })
})

describe('accuracy', () => {
  it('is told along and across the object’s own course, ahead and to the right above zero', () => {
    const ahead = of([vessel], [track({ id: 1, x: 30, y: 40, vy: 5 })])
    expect(ahead('along track, mean error').value).toBe(40)
    expect(ahead('across track, mean error').value).toBe(30)
    expect(ahead('position error, root mean square').value).toBe(50)
    expect(ahead('position within 12 m')).toMatchObject({ value: 0, verdicts: ['ED-87E fail'] })
    const westbound = of([object({ id: 'A', vx: -4, vy: 0 })], [track({ id: 1, x: 10, y: 20, vx: -4 })])
    expect(westbound('along track, mean error').value).toBe(-10)
    expect(westbound('across track, mean error').value).toBe(20)
  })

  it('asks no course of what lies still', () => {
    const figure = of([object({ id: 'A', vx: 2.9 })], [track({ id: 1, vy: 2.9 })])
    expect(figure('course within 15°, at 3 m/s and more')).toMatchObject({
      value: undefined,
      samples: 0,
      verdicts: ['ED-87E not applicable'],
    })
    expect(figure('speed within 5 m/s, or 10 % if that is more').value).toBe(1)
  })

  it.each([
    ['ahead', 0, 5, 1],
    ['a little to starboard', 1.3, 5, 1],
    ['to port', -3, 5, 0],
    ['astern', 0, -5, 0],
    ['nowhere', 0, 0, 0],
  ])('of a course that is %s', (_, vx, vy, value) => {
    expect(of([vessel], [track({ id: 1, vx, vy })])('course within 15°, at 3 m/s and more').value).toBe(value)
  })

  it('allows a fast one a tenth of its speed', () => {
    const speed = (vy: number) =>
      of([object({ id: 'A', vy: 100 })], [track({ id: 1, vy })])('speed within 5 m/s, or 10 % if that is more').value
    expect([speed(109), speed(91), speed(111)]).toEqual([1, 1, 0])
  })
})

describe('identity', () => {
  it('that is false fails, and changes of number are told by the hour', () => {
    const tracks = TEN.map((t) => track({ id: t < 50 ? 1 : 2, t, ident: t === 90 ? 'M9' : 'M1' }))
    const figure = of(during(TEN, vessel), tracks)
    expect(figure('identification correct')).toMatchObject({
      value: 0.9,
      verdicts: ['ED-142 TMA fail', 'ED-87E fail', 'COMPASS pass'],
    })
    expect(figure('identification false')).toMatchObject({
      value: 0.1,
      verdicts: ['ED-142 TMA fail', 'ED-87E fail', 'COMPASS fail'],
    })
    expect(figure('changes of track number, an hour of one object').value).toBe(36)
  })
})

describe('latency', () => {
  it('is from when an object can be seen, or is dark, until the picture says so', () => {
    const truth = TEN.map((t) => object({ id: 'A', t, dark: t < 30 ? 0 : t < 40 ? null : 1 }))
    const tracks = TEN.slice(2).map((t) => track({ id: 1, t, dark: t >= 70 }))
    const figure = of([...truth, ...during(TEN, object({ id: 'B', x: 9000, dark: 1 }))], tracks)
    expect(figure('track initiation, object without, mean')).toMatchObject({
      value: 20,
      samples: 1,
      remarks: ['1 of 2 objects'],
    })
    expect(figure('flag of a dark vessel, mean')).toMatchObject({ value: 30, remarks: ['1 of 2 dark vessels'] })
    expect(figure('dark vessels that are flagged')).toMatchObject({ value: 3 / 16, samples: 16 })
    expect(figure('flags of dark vessels that are right')).toMatchObject({ value: 1, samples: 3 })
  })
})

describe('ellipses', () => {
  const ellipse = { cxx: 100, cxy: 0, cyy: 100 }

  it('are judged of all tracks, and apart of those with and without an identity', () => {
    const truth = [vessel, object({ id: 'B', x: 9000 })]
    const figure = of(truth, [track({ ...good, x: 10, ...ellipse }), track({ id: 2, x: 9030, ...ellipse })])
    expect(figure('mean NEES of all tracks')).toMatchObject({ value: 5, samples: 2 })
    expect(figure('mean NEES of tracks with an identity')).toMatchObject({ value: 1, samples: 1 })
    expect(figure('mean NEES of tracks without').remarks?.[0]).toBe('outside its 95 % band 0.05 to 7.38')
  })

  it('are judged once where all tracks are of one sort', () => {
    const figure = of([vessel], [{ ...good, ...ellipse }])
    expect(figure('mean NEES of all tracks')).toMatchObject({ value: 0 })
    expect(() => figure('mean NEES of tracks with an identity')).toThrow('no mean NEES of tracks with')
  })

  it('are not spoken of where tracks have none', () => {
    expect(() => of([vessel], [good])('mean NEES of all tracks')).toThrow('no mean NEES')
  })
})

describe('an evaluation as text', () => {
  const input = { meta: META, truth: during(TEN, vessel), tracks: during(TEN, good) }
  const lines = evaluationText(evaluate(input)).split('\n')

  it('says first what was scored, and that no such standard exists for ships', () => {
    expect(lines[0]).toBe('Evaluation of by hand, seed 1: 1 objects at 10 epochs, 10 s apart, from 0 s on.')
    expect(lines.slice(1, 4).join(' ')).toContain('There is no such standard for the surveillance of ships')
  })

  it('has a line for each figure, with what each standard asks beside or below', () => {
    expect(lines).toContain(
      `  ${'identification correct'.padEnd(52)}${'1.0000 of 10'.padEnd(22)}` +
        'ED-142 TMA ≥ 0.99: pass (10 samples are too few to show it)',
    )
    expect(lines).toContain(`  ${'position error, 95 %'.padEnd(52)}0.00 m`)
    expect(lines).toContain(`  ${'dark vessels that are flagged'.padEnd(52)}–`)
    expect(lines.filter((line) => line.startsWith('  ') && line.trim() !== '').length).toBeGreaterThan(30)
  })

  it('fits a terminal', () => {
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(150)
  })

  it('is the same again', () => {
    expect(evaluationText(evaluate(input))).toBe(lines.join('\n'))
  })
})
