/** Kilometres, nautical miles or statute miles, as TTM, RSD and OSD state them. */
export type Units = 'K' | 'N' | 'S'

/** Metres; the statute mile is that of 1959. A radar that does not say so uses nautical miles. */
const METRES: Readonly<Record<Units, number>> = { K: 1000, N: 1852, S: 1609.344 }

export const metresIn = (units: Units = 'N'): number => METRES[units]

/** Metres a second in one unit an hour. */
export const perSecond = (units?: Units): number => metresIn(units) / 3600
