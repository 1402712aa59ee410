import { readFileSync } from 'node:fs'
import { bad, ok, type LatLon, type Result, type SensorOptions } from '@csii/model'
import { Document, LineCounter, parseDocument } from 'yaml'
import { settingsOf, sourceSettings, type Known } from './config-settings.ts'
import { faultsIn, type Fault } from './settings.ts'
import { withoutSecrets } from './transports/transports.ts'

/** One sensor's stream, as the configuration file describes it. */
export interface SourceConfig {
  readonly id: string
  readonly title: string
  /** A sensor kind of the codecs registry, such as `ais`. */
  readonly kind: string
  /**
   * Where the bytes come from: `udp://host:port` (a multicast group is joined), `tcp://host:port` (we connect),
   * `tcp-listen://host:port` (they connect), `serial:/dev/ttyUSB0?baud=38400`, `file:/path?speed=1`, `stdin:`,
   * `ws://host/path` and `wss:`, `http://host/path?every=5` and `https:`.
   */
  readonly url: string
  /** ISO 3166-1 alpha-3 code of the owner. */
  readonly nation: string
  readonly position?: LatLon
  /** Of the antenna above the sea, metres. */
  readonly antennaHeight?: number
  /** What is set of the kind's own options. */
  readonly options?: SensorOptions
  readonly simulated: boolean
  /** False for one that is described and not listened to. Absent means yes. */
  readonly enabled?: boolean
}

/** Where the node passes on what its AIS sources hear, as NMEA sentences for charts and other programs. */
export interface OutputConfig {
  readonly id: string
  /** `tcp-listen://host:port` (they connect) or `udp://host:port` (we send). */
  readonly url: string
  /** Ids of the sources whose messages it gets; absent for all. */
  readonly sources?: readonly string[]
  /** An output carries simulated messages only, or none. */
  readonly simulated: boolean
}

/** Days for which data is kept; those of a label count before those of its class. */
export interface RetentionConfig {
  readonly plots?: number
  readonly tracks?: number
  readonly exercise?: number
  readonly labels?: readonly { readonly label: string; readonly days: number }[]
}

export interface NodeConfig {
  readonly node: { readonly name: string; readonly nation: string }
  readonly listen: { readonly host: string; readonly port: number }
  readonly dataDir: string
  readonly sources: readonly SourceConfig[]
  readonly outputs?: readonly OutputConfig[]
  readonly retention?: RetentionConfig
}

/** The pipeline has a place for each, and for two of the node's own. */
export const MOST_SOURCES = 254

/** Used by a node that nobody has named: a code that ISO 3166-1 leaves to its users. */
const UNKNOWN_NATION = 'XXX'

/** Reads a configuration file's text. Every fault comes as one line: file, line, column, what is wrong, what to write. */
export function readConfig(text: string, fileName: string, known: Known, dataDir: string): Result<NodeConfig, readonly string[]> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const broken = document.errors.map(({ message, pos: [at] }) => {
    const { line, col } = lines.linePos(at)
    return { line, column: col, sentence: `${message}. Write it as YAML: key: value, with spaces and not tabs in front.` }
  })
  const faults = broken.length > 0 ? broken : faultsIn(document.contents, settingsOf(known), lines)
  if (faults.length > 0) return bad(faults.map((fault) => placed(fileName, fault)))
  // The tree was checked, setting by setting, against the table that mirrors this type.
  const config = complete(document.toJS() as PartialConfig, dataDir)
  const twice = config.sources.map(({ id }) => id).find((id, index, ids) => ids.indexOf(id) !== index)
  if (twice !== undefined) return bad([`${fileName}: two sources have the id ${twice}. Write another id for one of them.`])
  if (config.sources.length > MOST_SOURCES) return bad([`${fileName}: a node takes ${MOST_SOURCES} sources at most. Write fewer.`])
  return ok(config)
}

/** A source that is described outside the file, held to the same rules; or the first that it breaks. */
export function readSource(description: object, known: Known, nation: string): Result<SourceConfig, string> {
  const [fault] = faultsIn(new Document(description).contents, sourceSettings(known), new LineCounter(), 'the source')
  // The description was checked, setting by setting, against the table that mirrors this type.
  return fault ? bad(capitalised(fault.sentence)) : ok(completeSource(description as PartialSource, nation))
}

/** The same for a file on disk. */
export function loadConfig(path: string, known: Known, dataDir: string): Result<NodeConfig, readonly string[]> {
  try {
    return readConfig(readFileSync(path, 'utf8'), path, known, dataDir)
  } catch (error) {
    return bad([`${path} cannot be read (${error instanceof Error ? error.message : error}). Write the path of a YAML file after --config.`])
  }
}

/** A source that a person gave by its url alone, or a sentence that says what to write. */
export function sourceFromUrl(url: string, number: number, { checkUrl }: Known): Result<SourceConfig, string> {
  const wrong = checkUrl(url)
  if (wrong !== undefined) return bad(`--source ${url} ${wrong}`)
  return ok(completeSource({ id: `source-${number}`, url, title: withoutSecrets(url) }, UNKNOWN_NATION))
}

type PartialSource = Partial<SourceConfig> & Pick<SourceConfig, 'id' | 'url'>
interface PartialConfig {
  readonly node?: Partial<NodeConfig['node']>
  readonly listen?: Partial<NodeConfig['listen']>
  readonly dataDir?: string
  readonly sources?: readonly PartialSource[]
  readonly outputs?: readonly (Omit<OutputConfig, 'simulated'> & Partial<OutputConfig>)[]
  readonly retention?: RetentionConfig
}

function complete({ node, listen, dataDir, sources = [], outputs = [], retention }: PartialConfig, defaultDataDir: string): NodeConfig {
  const nation = node?.nation ?? UNKNOWN_NATION
  return {
    node: { name: node?.name ?? 'CSII', nation },
    listen: { host: listen?.host ?? '127.0.0.1', port: listen?.port ?? 8080 },
    dataDir: dataDir ?? defaultDataDir,
    sources: sources.map((source) => completeSource(source, nation)),
    outputs: outputs.map((output) => ({ simulated: false, ...output })),
    ...(retention && { retention }),
  }
}

const completeSource = (source: PartialSource, nation: string): SourceConfig => ({
  title: source.id, kind: 'ais', nation, simulated: false, ...source,
})

const capitalised = (sentence: string): string => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`

const placed = (fileName: string, { line, column, sentence }: Fault): string => `${fileName}:${line}:${column}: ${sentence}`
