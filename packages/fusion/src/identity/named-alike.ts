import type { Claim } from '@csii/model'

/** Whether two claims name one object: by a call sign, which is given once, or by a name if no call sign denies it. */
export function isNamedAlike(a: Claim, b: Claim): boolean {
  const [sign, otherSign] = [plain(a.callSign), plain(b.callSign)]
  if (sign && otherSign) return sign === otherSign
  const [name, otherName] = [plain(a.name), plain(b.name)]
  return name !== '' && name === otherName
}

/** Systems write the same sign with or without blanks and hyphens. */
const plain = (text = ''): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '')
