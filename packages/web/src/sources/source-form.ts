import type { NewSource, SensorKinds, SourceView } from '@csii/contract'

/** The kind of a source whose format the node is to recognise. */
export const AUTO = 'auto'

/** What stands in the fields, as a person typed it. */
export interface SourceForm {
  readonly title: string
  readonly kind: string
  readonly url: string
  readonly nation: string
  readonly lat: string
  readonly lon: string
  readonly antennaHeight: string
  readonly simulated: boolean
  /** By the key of the option; empty for what is usual. */
  readonly options: Readonly<Record<string, string>>
}

export type KindChoice = SensorKinds['kinds'][number]

export const EMPTY_FORM: SourceForm = {
  title: '', kind: AUTO, url: '', nation: '', lat: '', lon: '', antennaHeight: '', simulated: false, options: {},
}

export const formOf = ({ position, antennaHeight, options = {}, ...source }: SourceView): SourceForm => ({
  title: source.title,
  kind: source.kind,
  url: source.url,
  nation: source.nation,
  simulated: source.simulated,
  lat: position ? String(position.lat) : '',
  lon: position ? String(position.lon) : '',
  antennaHeight: antennaHeight === undefined ? '' : String(antennaHeight),
  options: Object.fromEntries(Object.entries(options).map(([key, value]) => [key, String(value)])),
})

/** What the node is told. Fields left empty are as usual. */
export function descriptionOf(form: SourceForm, kinds: readonly KindChoice[]): NewSource {
  const title = form.title.trim()
  const nation = form.nation.trim().toUpperCase()
  const options = optionsOf(form, kinds)
  return {
    url: form.url.trim(),
    kind: form.kind,
    ...(title !== '' && { title }),
    ...(nation !== '' && { nation }),
    ...(isPlaced(form) && { position: { lat: Number(form.lat), lon: Number(form.lon) } }),
    ...(form.antennaHeight.trim() !== '' && { antennaHeight: Number(form.antennaHeight) }),
    ...(form.simulated && { simulated: true }),
    ...(Object.keys(options).length > 0 && { options }),
  }
}

const isPlaced = ({ lat, lon }: SourceForm): boolean => lat.trim() !== '' && lon.trim() !== ''

function optionsOf(form: SourceForm, kinds: readonly KindChoice[]): Record<string, string | number> {
  const known = kinds.find(({ id }) => id === form.kind)?.options ?? []
  const set = known.map(({ key, form: is }) => ({ key, is, text: (form.options[key] ?? '').trim() }))
  return Object.fromEntries(
    set.filter(({ text }) => text !== '').map(({ key, is, text }) => [key, is === 'number' ? Number(text) : text]),
  )
}

/** The way in that an address takes, such as `tcp:`, as far as somebody has typed it. */
export const schemeOf = (url: string): string => /^[a-z-]+:/i.exec(url.trim())?.[0].toLowerCase() ?? ''

/** An address to begin with: the form of a way in, up to where it explains itself. */
export const exampleOf = (form: string): string => form.split(',', 1)[0] ?? form
