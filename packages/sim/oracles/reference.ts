/** The reference scenarios of fusion beside the repository, which generated ones are compared with. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { FusionScenario } from '../src/fusion-scenarios/format.ts'

const folder = fileURLToPath(new URL('../../../../shared/scenarios', import.meta.url))

/** The situations of which there is a reference. */
export const REFERENCES = [
  'crossing', 'parallel', 'gofast', 'dark', 'bias', 'spoof', 'rendezvous', 'latency', 'air', 'harbour',
] as const

/** Whether they are there; says so when they are not. */
export function areReferencesThere(): boolean {
  if (existsSync(`${folder}/crossing-s1`)) return true
  console.warn('Skipped: shared/scenarios is not beside the repository.')
  return false
}

const read = new Map<string, FusionScenario>()

/** A reference scenario, read once. */
export function referenceScenario(name: string, seed: number): FusionScenario {
  const key = `${name}-s${seed}`
  return read.get(key) ?? read.set(key, readScenario(`${folder}/${key}`)).get(key)!
}

function readScenario(from: string): FusionScenario {
  const text = (file: string) => gunzipSync(readFileSync(`${from}/${file}.gz`)).toString()
  const lines = (file: string) => `[${text(file).trim().replaceAll('\n', ',')}]`
  const bias = existsSync(`${from}/truth_bias.json.gz`) ? `,"bias":${text('truth_bias.json')}` : ''
  // The reference files have the shape that their README describes.
  return JSON.parse(`{"meta":${text('meta.json')},"plots":${lines('plots.jsonl')},"truth":${lines('truth.jsonl')},` +
    `"origin":${lines('origin.jsonl')}${bias}}`) as FusionScenario
}
