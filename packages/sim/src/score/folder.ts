import { bad, ok, type Result } from '@csii/model'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import {
  linesOf,
  readAssociationLine,
  readMeta,
  readOriginLine,
  readPlotLine,
  readTrackLine,
  readTruthLine,
} from './line.ts'
import { unknownPlot } from './purity.ts'
import type { Association, ScoreInput, ScoreMeta, TruthLine } from './scenario.ts'

/** What scoring needs of a scenario's folder. */
export interface ScenarioTruth {
  readonly meta: ScoreMeta
  readonly truth: readonly TruthLine[]
}

/** Which files are to be scored. */
export interface ScoreFiles {
  /** The scenario's folder. */
  readonly folder: string
  /** The file of the tracks, or `-` for what came on standard input. */
  readonly tracks: string
  readonly assoc?: string | undefined
  readonly standardInput?: string
}

/** The scenario and what a tracker made of it, from files plain or gzipped, or a sentence on what is wrong. */
export function readScoreInput({
  folder,
  tracks: file,
  assoc: assocFile,
  standardInput = '',
}: ScoreFiles): Result<ScoreInput, string> {
  const scenario = readScenarioTruth(folder)
  if (!scenario.ok) return scenario
  const tracks = file === '-' ? linesOf('Standard input', standardInput, readTrackLine) : readLines(file, readTrackLine)
  if (!tracks.ok) return tracks
  const input = { ...scenario.value, tracks: tracks.value }
  if (assocFile === undefined) return ok(input)
  const assoc = readAssociation(folder, assocFile)
  return assoc.ok ? ok({ ...input, assoc: assoc.value }) : assoc
}

export function readScenarioTruth(folder: string): Result<ScenarioTruth, string> {
  const text = textOf(join(folder, 'meta.json'))
  if (!text.ok) return text
  const meta = readMeta(text.value)
  if (!meta.ok) return bad(`${join(folder, 'meta.json')}: ${meta.problem}.`)
  const truth = readLines(join(folder, 'truth.jsonl'), readTruthLine)
  return truth.ok ? ok({ meta: meta.value, truth: truth.value }) : truth
}

function readAssociation(folder: string, file: string): Result<Association, string> {
  const lines = readLines(file, readAssociationLine)
  if (!lines.ok) return lines
  const origin = readLines(join(folder, 'origin.jsonl'), readOriginLine)
  if (!origin.ok) return origin
  const plots = readLines(join(folder, 'plots.jsonl'), readPlotLine)
  if (!plots.ok) return plots
  const assoc = { lines: lines.value, origin: origin.value, plots: plots.value }
  const unknown = unknownPlot(assoc)
  return unknown === undefined ? ok(assoc) : bad(`${file} names plot ${unknown}, which ${folder} does not have.`)
}

function readLines<T>(path: string, read: Parameters<typeof linesOf<T>>[2]): Result<T[], string> {
  const text = textOf(path)
  return text.ok ? linesOf(path, text.value, read) : text
}

const GZIP = Buffer.from([0x1f, 0x8b])

/** The text of a file, which may be gzipped under its own name or beside it with `.gz`. */
export function textOf(path: string): Result<string, string> {
  const packed = `${path}.gz`
  const present = [path, packed].find((each) => existsSync(each))
  if (present === undefined) return bad(`There is no file ${path} or ${packed}.`)
  try {
    const bytes = readFileSync(present)
    return ok((bytes.subarray(0, 2).equals(GZIP) ? gunzipSync(bytes) : bytes).toString())
  } catch (error) {
    return bad(`${present} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}
