import { homedir } from 'node:os'
import { join } from 'node:path'
import type { NodeConfig, SourceConfig } from '@csii/node'

/** The flags of `csii serve`. They win over the configuration file. */
export interface ServeFlags {
  readonly config?: string | undefined
  readonly data?: string | undefined
  readonly port?: string | undefined
  readonly host?: string | undefined
  readonly source?: readonly string[] | undefined
  readonly exercise?: boolean | undefined
}

/** The configuration that file and flags give together, or a sentence that says what is wrong. */
export async function configOf(flags: ServeFlags, exercise: readonly SourceConfig[]): Promise<NodeConfig | string> {
  const port = flags.port === undefined ? 8080 : Number(flags.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return `--port ${flags.port} is no port. Write a number from 0 to 65535.`
  const given = (flags.source ?? []).map((url, index) => ({
    id: `source-${index + 1}`, title: url, kind: 'ais', url, nation: 'XXX', simulated: false,
  }))
  return {
    node: { name: 'CSII', nation: 'VCT' },
    listen: { host: flags.host ?? '127.0.0.1', port },
    dataDir: flags.data ?? join(homedir(), '.csii'),
    sources: [...given, ...exercise],
  }
}
