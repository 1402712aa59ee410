/**
 * Who may import whom: the one table behind the layer check (docs/ARCHITECTURE.md § 3).
 * Pure packages hold the knowledge, without sockets, files, clocks, chance or globals.
 */
export interface Layer {
  readonly pure: boolean
  /** Packages of ours, and for pure packages also the libraries, that it may depend on. */
  readonly mayImport: readonly string[]
}

const KNOWLEDGE = ['@csii/model', '@csii/geo']
const PURE = ['@csii/model', '@csii/geo', '@csii/codecs', '@csii/fusion', '@csii/detect', '@csii/release', '@csii/planning', '@csii/sustain']
const EVERYTHING = [...PURE, '@csii/contract', '@csii/node', '@csii/sim', '@csii/web']

export const LAYERS: Readonly<Record<string, Layer>> = {
  model: { pure: true, mayImport: [] },
  contract: { pure: true, mayImport: ['typebox'] },
  geo: { pure: true, mayImport: ['@csii/model', 'geographiclib-geodesic', 'h3-js'] },
  codecs: { pure: true, mayImport: ['@csii/model'] },
  fusion: { pure: true, mayImport: KNOWLEDGE },
  detect: { pure: true, mayImport: KNOWLEDGE },
  release: { pure: true, mayImport: KNOWLEDGE },
  planning: { pure: true, mayImport: KNOWLEDGE },
  sustain: { pure: true, mayImport: KNOWLEDGE },
  node: { pure: false, mayImport: [...PURE, '@csii/contract'] },
  web: { pure: false, mayImport: ['@csii/contract', ...KNOWLEDGE] },
  sim: { pure: false, mayImport: EVERYTHING },
  cli: { pure: false, mayImport: EVERYTHING },
}

/** Folders of one package that are alternatives or features, and must not know one another; `shared` ones all may use. */
export const SEPARATE_FOLDERS: Readonly<Record<string, { readonly shared: readonly string[] }>> = {
  codecs: { shared: ['columns', 'nmea'] },
  detect: { shared: [] },
  node: { shared: ['platform', 'pipeline', 'screens'] },
}
