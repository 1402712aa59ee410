import { mpsToKnots } from '@csii/model'
import { nafReport } from './naf-report.ts'
import type { NafMessage } from './naf.ts'

/** Codes whose values are numbers by the standard; what else looks like one may have zeros in front that matter. */
const NUMBERS = new Set(['RN', 'SQ', 'SP', 'CO', 'LT', 'LG', 'DF', 'CR', 'YR', 'TN'])

/**
 * A message for people and other programs: each code with its value, numbers as sent (SP is knots × 10), then, where
 * it says a place, what that means: `time` (UTC), `lat` and `lon` (degrees), `speed` (knots), `course` (degrees true).
 */
export function describeNaf(message: NafMessage): Record<string, unknown> {
  const shown: Record<string, unknown> = {}
  for (const [code, value] of Object.entries(message.fields)) {
    shown[code] = NUMBERS.has(code) && /^[+-]?\d+(\.\d+)?$/.test(value) ? Number(value) : value
  }
  const report = nafReport(message, '')
  if (!report.ok) return { ...shown, problem: report.problem }
  if (!report.value) return shown
  const { time, position, speed, courseDeg } = report.value
  return {
    ...shown,
    time: new Date(time).toISOString(),
    lat: position.lat,
    lon: position.lon,
    ...(speed !== undefined && { speed: Math.round(mpsToKnots(speed) * 1000) / 1000 }),
    ...(courseDeg !== undefined && { course: courseDeg }),
  }
}
