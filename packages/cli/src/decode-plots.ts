import { satellite, vms } from '@csii/codecs'
import type { DecodeProblem, Plot, SensorKind, SensorSink } from '@csii/model'
import type { LineOutput } from './line-output.ts'

/** Prints the plots of a list or of features, whose columns are guessed or as `mapping` says, and gives the summary. */
export async function decodePlots(
  input: AsyncIterable<Uint8Array>,
  kind: SensorKind,
  mapping: string | undefined,
  output: LineOutput,
): Promise<string> {
  const site = { sensorId: 'file', simulated: false, ...(mapping !== undefined && { options: { mapping } }) }
  const reader = kind.open(site, { heardBefore: () => false })
  const sink: SensorSink = {
    plot: (plot) => output.write(JSON.stringify(shown(plot))),
    statement() {},
    measurement() {},
    problem() {},
  }
  for await (const bytes of input) {
    if (output.isClosed) break
    // A file has no receive time.
    reader.read(bytes, 0, sink)
    await output.drained()
  }
  reader.end(0, sink)
  const { received, decoded, duplicates, problems } = reader.counts()
  // The keys of the record are the problems.
  const counts = [['duplicates', duplicates], ...(Object.entries(problems) as [DecodeProblem, number][])] as const
  const refused = counts.filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`)
  return `${received} reports: ${[`${decoded} decoded`, ...refused].join(', ')}`
}

/** Times as people write them, and without what only a node knows. */
function shown({ time, position, covariance, speed, courseDeg, headingDeg, claim }: Plot): object {
  return { time: new Date(time).toISOString(), ...position, covariance, speed, courseDeg, headingDeg, ...claim }
}

/** What is wrong with a mapping for inputs of the format, so that it reads on after its name; or nothing. */
export function mappingFault(mapping: string, format: string): string | undefined {
  const kinds = { auto: [vms, satellite], 'vms-csv': [vms], satellite: [satellite] }[format]
  if (!kinds) return 'is for vms-csv and satellite'
  const faults = kinds.map(({ options }) => options?.find(({ key }) => key === 'mapping')?.fault(mapping))
  return faults.includes(undefined) ? undefined : faults[0]
}
