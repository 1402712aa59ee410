/** Host and port of `scheme://host:port`, with the brackets of an IPv6 address taken off. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1')
export const portOf = (url: URL): number => Number(url.port)

export function hostAndPortFault(url: URL, form: string): string | undefined {
  if (url.hostname === '') return `has no host. Write ${form}.`
  if (url.port === '' || url.port === '0') return `has no port. Write ${form}.`
  return undefined
}

/** A number from the address's query, or what is usual; undefined when it is no number or out of range. */
export function numberOf(url: URL, name: string, usual: number, min: number, max: number): number | undefined {
  const text = url.searchParams.get(name)
  if (text === null) return usual
  const value = Number(text)
  return text.trim() !== '' && value >= min && value <= max ? value : undefined
}

/** The path of `serial:/dev/ttyUSB0` or `file:/srv/day.nmea`, with %20 and its kind read; undefined when it has none. */
export function pathOf(url: URL): string | undefined {
  try {
    return decodeURIComponent(url.pathname) || undefined
  } catch {
    return undefined
  }
}
