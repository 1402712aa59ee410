/**
 * Property tests draw the same examples every time, so that a change is judged by what it changes. `CSII_SEED=random`
 * (or a number) has them look elsewhere.
 */
import fc from 'fast-check'

const wanted = process.env['CSII_SEED']
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted ?? 20_261_124) })
