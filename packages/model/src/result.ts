/** The outcome of reading something a stranger sent. Bad input is a value, so it is returned, never thrown. */
export type Result<T, Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

export const ok = <T>(value: T) => ({ ok: true, value }) as const
export const bad = <P>(problem: P) => ({ ok: false, problem }) as const
