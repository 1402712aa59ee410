import type { PictureAt } from './replay-session.ts'

/** Pictures kept at hand: a screen asks for the details of a track of the picture that it was just sent. */
const KEPT = 4

/** The same pictures, of which the last ones need not be put together again. */
export function recalled(pictureAt: PictureAt): PictureAt {
  const pictures = new Map<string, ReturnType<PictureAt>>()
  return (moment) => {
    const { at, known, exercise } = moment
    const key = `${at} ${known} ${exercise}`
    const kept = pictures.get(key)
    if (kept) return kept
    const picture = pictureAt(moment)
    pictures.set(key, picture)
    // What failed is asked for again.
    picture.catch(() => pictures.delete(key))
    const [oldest] = pictures.keys()
    if (pictures.size > KEPT && oldest !== undefined) pictures.delete(oldest)
    return picture
  }
}
