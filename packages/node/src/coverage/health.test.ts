import { describe, expect, it } from 'vitest'
import { judge } from './health.ts'
import type { SensorFacts, SensorHearing } from './judgement.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const START = Date.UTC(2026, 10, 24)
/** When it was last heard. */
const NOON = START + 12 * HOUR

const heard: SensorHearing = {
  normalIntervalMs: 6 * MINUTE,
  lastValidAt: NOON,
  refusedSinceValid: 0,
  normalPlotIntervalMs: undefined,
  lastPlotAt: undefined,
}
const facts = (hearing: Partial<SensorHearing> = {}, more: Partial<SensorFacts> = {}): SensorFacts => ({
  means: 'vms',
  transport: 'open',
  watchedSince: START,
  hearing: { ...heard, ...hearing },
  delay: undefined,
  scarcity: undefined,
  ...more,
})

describe('a sensor whose normal interval is six minutes', () => {
  it.each([
    ['well', 6 * MINUTE],
    ['quiet', 6 * MINUTE + 1],
    ['quiet', 12 * MINUTE],
    ['dead', 12 * MINUTE + 1],
  ])('is %s after %d ms of silence', (state, silence) => {
    expect(judge(facts(), NOON + silence).state).toBe(state)
  })

  it('says since when it is silent, and what is normal', () => {
    expect(judge(facts(), NOON + HOUR)).toEqual({
      state: 'dead',
      reason: 'silent',
      numbers: { silent: 3600, normal: 360 },
      since: NOON,
    })
  })

  it('is well again as soon as it is heard', () => {
    expect(judge(facts({ lastValidAt: NOON + HOUR }), NOON + HOUR + SECOND)).toEqual({
      state: 'well',
      reason: 'on-time',
      numbers: { normal: 360 },
    })
  })

  it('is given two intervals after the node has started, before it is missed', () => {
    const restarted = facts({ lastValidAt: undefined }, { watchedSince: NOON })
    expect(judge(restarted, NOON + 5 * MINUTE).state).toBe('well')
    expect(judge(restarted, NOON + 13 * MINUTE)).toMatchObject({ state: 'dead', reason: 'silent' })
  })

  it('is not missed for the time it was switched off', () => {
    const switchedOn = facts({ lastValidAt: NOON }, { watchedSince: NOON + 5 * HOUR })
    expect(judge(switchedOn, NOON + 5 * HOUR + MINUTE).state).toBe('well')
  })
})

describe('a sensor that sends ten times a second, whose interval is the shortest there is', () => {
  it('is dead after ten seconds', () => {
    const radar = facts({ normalIntervalMs: 5 * SECOND })
    expect(judge(radar, NOON + 10 * SECOND).state).toBe('quiet')
    expect(judge(radar, NOON + 10 * SECOND + 1).state).toBe('dead')
  })
})

describe('a sensor that was only just installed', () => {
  const unlearned = { normalIntervalMs: undefined, lastValidAt: undefined }

  it('is learning, and says whether anything was heard', () => {
    expect(judge(facts(unlearned), START + HOUR)).toMatchObject({ state: 'learning', reason: 'nothing-yet' })
    expect(judge(facts({ normalIntervalMs: undefined }), NOON + HOUR)).toMatchObject({
      state: 'learning',
      reason: 'few-messages',
    })
    expect(judge(facts({}, { hearing: undefined }), START)).toMatchObject({ state: 'learning' })
  })

  it('is dead when it has said nothing for two hours', () => {
    expect(judge(facts(unlearned), START + 2 * HOUR + 1)).toMatchObject({
      state: 'dead',
      reason: 'never-heard',
      since: START,
    })
  })

  it('is deaf when all that it says is refused: it is of another format', () => {
    const refused = { ...unlearned, refusedSinceValid: 20 }
    expect(judge(facts(refused), START + 6 * SECOND)).toMatchObject({
      state: 'deaf',
      reason: 'refused',
      numbers: { refused: 20 },
    })
    expect(judge(facts({ ...unlearned, refusedSinceValid: 19 }), START + 6 * SECOND).state).toBe('learning')
  })
})

describe('a sensor of which all is refused from some moment on', () => {
  it('is deaf within two intervals', () => {
    expect(judge(facts({ refusedSinceValid: 500 }), NOON + 7 * MINUTE)).toMatchObject({
      state: 'deaf',
      reason: 'refused',
      since: NOON,
    })
  })

  it('is deaf and not dead when it sends little', () => {
    expect(judge(facts({ refusedSinceValid: 2 }), NOON + 11 * MINUTE).state).toBe('quiet')
    expect(judge(facts({ refusedSinceValid: 2 }), NOON + 13 * MINUTE)).toMatchObject({
      state: 'deaf',
      reason: 'refused',
    })
  })
})

describe('a radar that goes on telling that it turns', () => {
  const radar = {
    normalIntervalMs: 5 * SECOND,
    lastValidAt: NOON + HOUR,
    normalPlotIntervalMs: MINUTE,
    lastPlotAt: NOON,
  }

  it('is deaf when it has seen nothing for two of its normal intervals between plots', () => {
    expect(judge(facts({ ...radar, lastPlotAt: NOON + HOUR - MINUTE }), NOON + HOUR).state).toBe('well')
    expect(judge(facts(radar), NOON + HOUR)).toEqual({
      state: 'deaf',
      reason: 'no-objects',
      numbers: { silent: 3600, normal: 60 },
      since: NOON,
    })
  })
})

describe('people who report what they see', () => {
  it('are not dead when they have nothing to report, but their line may be down', () => {
    const people = facts({ normalPlotIntervalMs: MINUTE, lastPlotAt: NOON }, { means: 'person' })
    expect(judge(people, NOON + 100 * HOUR).state).toBe('quiet')
    expect(judge({ ...people, transport: 'waiting' }, NOON + 100 * HOUR)).toMatchObject({
      state: 'dead',
      reason: 'no-line',
    })
  })
})

describe('a sensor whose line is down', () => {
  it.each([
    ['connecting', 'connecting'],
    ['waiting', 'connecting'],
    ['failed', 'failed'],
  ] as const)('is, while %s, %s for two intervals and then dead', (transport, state) => {
    expect(judge(facts({}, { transport }), NOON + 12 * MINUTE)).toMatchObject({ state, reason: 'no-line' })
    expect(judge(facts({}, { transport }), NOON + 13 * MINUTE)).toMatchObject({
      state: 'dead',
      reason: 'no-line',
      since: NOON,
    })
  })

  it('is dead after ten seconds when it never had one', () => {
    const never = facts({ normalIntervalMs: undefined, lastValidAt: undefined }, { transport: 'waiting' })
    expect(judge(never, START + 10 * SECOND).state).toBe('connecting')
    expect(judge(never, START + 11 * SECOND)).toMatchObject({ state: 'dead', reason: 'no-line', since: START })
  })

  it.each([
    ['disabled', 'switched-off'],
    ['ended', 'over'],
  ] as const)('raises no alert when it is %s', (transport, reason) => {
    expect(judge(facts({}, { transport }), NOON + 100 * HOUR)).toEqual({ state: transport, reason, numbers: {} })
  })
})

describe('a sensor that speaks regularly', () => {
  it('is deaf when it hears far too little', () => {
    const scarcity = { reason: 'few-objects', numbers: { heard: 1, usual: 40 } } as const
    expect(judge(facts({}, { scarcity }), NOON)).toEqual({ state: 'deaf', ...scarcity })
  })

  it('has no clock when it is a person, who says how long ago it was', () => {
    const delay = { p05Ms: HOUR, medianMs: HOUR, p95Ms: HOUR + 500 }
    expect(judge(facts({}, { delay }), NOON).state).toBe('clock-off')
    expect(judge(facts({}, { delay, means: 'person' }), NOON).state).toBe('well')
  })

  it('is judged by its clock last', () => {
    const delay = { p05Ms: -9000, medianMs: -8000, p95Ms: -7000 }
    expect(judge(facts({}, { delay }), NOON)).toMatchObject({
      state: 'clock-off',
      reason: 'clock-ahead',
      numbers: { offset: 9 },
    })
    expect(judge(facts({}, { delay }), NOON + HOUR).state).toBe('dead')
  })
})
