import { bad, ok, type Result } from '@csii/model'
import { join } from 'node:path'
import { textOf } from '../score/folder.ts'
import { linesOf } from '../score/line.ts'
import type { FuseMeta, FusePlot } from './scenario-plot.ts'

/** What a tracker may know of a scenario: `meta.json` and `plots.jsonl`, plain or gzipped. */
export interface Scenario {
  readonly meta: FuseMeta
  readonly plots: readonly FusePlot[]
}

/** Reads a scenario's folder, or says in one sentence what is wrong with it. */
export function readScenario(folder: string): Result<Scenario, string> {
  const metaText = textOf(join(folder, 'meta.json'))
  if (!metaText.ok) return metaText
  const meta = readMeta(metaText.value)
  if (meta === undefined) {
    return bad(`${join(folder, 'meta.json')} is no scenario: it needs score_dt, score_times and sensors.`)
  }
  const path = join(folder, 'plots.jsonl')
  const text = textOf(path)
  if (!text.ok) return text
  const plots = linesOf(path, text.value, readPlot)
  return plots.ok ? ok({ meta, plots: plots.value }) : plots
}

function readMeta(text: string): FuseMeta | undefined {
  try {
    const meta = JSON.parse(text)
    const isWhole = typeof meta.score_dt === 'number' && meta.score_dt > 0 && Array.isArray(meta.score_times)
      && meta.score_times.every(Number.isFinite) && Array.isArray(meta.sensors)
    return isWhole ? meta : undefined
  } catch {
    return undefined
  }
}

function readPlot(line: Readonly<Record<string, unknown>>): Result<FusePlot, string> {
  const missing = ['p', 't', 'ta'].find((name) => !Number.isFinite(line[name]))
  if (missing !== undefined) return bad(`has no number "${missing}"`)
  if (typeof line.s !== 'string') return bad('has no sensor "s"')
  const place = line.r === undefined ? ['x', 'y', 'sp'] : ['r', 'b', 'sr', 'sb']
  const wanting = place.find((name) => !Number.isFinite(line[name]))
  if (wanting !== undefined) return bad(`has no number "${wanting}"`)
  return ok(line as unknown as FusePlot) // Every field that a plot must have has just been looked at.
}
