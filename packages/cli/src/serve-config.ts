import { homedir } from 'node:os'
import { join } from 'node:path'
import { sensorKinds } from '@csii/codecs'
import { checkUrl, loadConfig, sourceFromUrl, type NodeConfig, type SourceConfig } from '@csii/node'
import { bad, ok, type Result } from '@csii/model'

/** The flags of `csii serve`. They win over the configuration file; sources add to its sources. */
export interface ServeFlags {
  readonly config?: string | undefined
  readonly data?: string | undefined
  readonly port?: string | undefined
  readonly host?: string | undefined
  readonly source?: readonly string[] | undefined
  readonly exercise?: boolean | undefined
}

const KNOWN = { kinds: sensorKinds, checkUrl }
/** A node that nobody has described: a code that ISO 3166-1 leaves to its users, or the nation the exercise is played in. */
const NOBODY = { name: 'CSII', nation: 'XXX' }
const EXERCISE = { name: 'Kingstown exercise', nation: 'VCT' }

/** The configuration that file and flags give together, or the sentences that say what is wrong with them. */
export function configOf(flags: ServeFlags, exercise: readonly SourceConfig[]): Result<NodeConfig, readonly string[]> {
  const file = flags.config === undefined ? ok(unconfigured(exercise.length > 0)) : loadConfig(flags.config, KNOWN, defaultDataDir())
  const given = (flags.source ?? []).map((url, index) => sourceFromUrl(url, index + 1, KNOWN))
  const port = flags.port === undefined ? undefined : Number(/^\d+$/.test(flags.port) ? flags.port : Number.NaN)
  const wrong = [
    ...(file.ok ? [] : file.problem),
    ...given.flatMap((source) => (source.ok ? [] : [source.problem])),
    ...(port === undefined || isPort(port) ? [] : [`--port ${flags.port} is no port. Write a number from 0 to 65535.`]),
  ]
  if (!file.ok || wrong.length > 0) return bad(wrong)
  const { node, listen, dataDir, sources } = file.value
  return ok({
    node,
    listen: { host: flags.host ?? listen.host, port: port ?? listen.port },
    dataDir: flags.data ?? dataDir,
    sources: [...sources, ...given.flatMap((source) => (source.ok ? [source.value] : [])), ...exercise],
  })
}

const unconfigured = (isExercise: boolean): NodeConfig => ({
  node: isExercise ? EXERCISE : NOBODY,
  listen: { host: '127.0.0.1', port: 8080 },
  dataDir: defaultDataDir(),
  sources: [],
})

/** Where a node keeps its data when nobody says (XDG Base Directory Specification). */
const defaultDataDir = (): string => join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'csii')

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port <= 65_535
