import type { LatLon } from '@csii/model'

/** One sensor's stream, as the configuration file describes it. */
export interface SourceConfig {
  readonly id: string
  readonly title: string
  /** A sensor kind of the codecs registry, such as `ais`. */
  readonly kind: string
  /**
   * Where the bytes come from: `udp://host:port` (a multicast group is joined), `tcp://host:port` (we connect),
   * `tcp-listen://host:port` (they connect), `serial:/dev/ttyUSB0?baud=38400`, `file:/path?speed=1`, `stdin:`.
   */
  readonly url: string
  /** ISO 3166-1 alpha-3 code of the owner. */
  readonly nation: string
  readonly position?: LatLon
  readonly simulated: boolean
}

export interface NodeConfig {
  readonly node: { readonly name: string; readonly nation: string }
  readonly listen: { readonly host: string; readonly port: number }
  readonly dataDir: string
  readonly sources: readonly SourceConfig[]
}
