import type { FusionScenario } from './format.ts'

/** The files of a scenario by name, in the layout of the reference scenarios. */
export function scenarioFiles({ meta, plots, truth, origin, bias }: FusionScenario): Readonly<Record<string, string>> {
  return {
    'meta.json': `${JSON.stringify(meta, undefined, 1)}\n`,
    'plots.jsonl': lines(plots),
    'truth.jsonl': lines(truth),
    'origin.jsonl': lines(origin),
    ...(bias && { 'truth_bias.json': `${JSON.stringify(bias)}\n` }),
  }
}

const lines = (objects: readonly object[]) => objects.map((object) => `${JSON.stringify(object)}\n`).join('')
