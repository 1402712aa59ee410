type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

/** The record without the entries that are undefined. */
export function withoutAbsent<T extends object>(record: T): Present<T> {
  // Only entries are left out, and just those that the type excludes.
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Present<T>
}
