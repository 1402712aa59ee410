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

/** The address to ask a server for, without what is for us: some options, name and password, and what follows `#`. */
export function forServer(url: URL, ours: readonly string[]): URL {
  const address = new URL(url)
  for (const option of ours) address.searchParams.delete(option)
  address.username = ''
  address.password = ''
  address.hash = ''
  return address
}

/** The header that says the name and password of an address (RFC 7617, § 2); none where it has none. */
export function authorization({ username, password }: URL): { readonly authorization?: string } {
  if (username === '' && password === '') return {}
  return { authorization: `Basic ${Buffer.from(`${readable(username)}:${readable(password)}`).toString('base64')}` }
}

/** With %40 and its kind read; as it is where a % means nothing. */
function readable(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
