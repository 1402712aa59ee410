import { WRONG, type Form } from './forms.ts'

/** `hhmmss.ss`: seconds since midnight, UTC. A leap second is the last of its day. */
export const clock: Form<number> = {
  width: 1,
  read([field = '']) {
    if (field === '') return undefined
    const parts = /^(\d\d)(\d\d)(\d\d(?:\.\d{0,6})?)$/.exec(field)
    if (!parts) return WRONG
    const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
    return hours < 24 && minutes < 60 && seconds < 61 ? hours * 3600 + minutes * 60 + seconds : WRONG
  },
  write(value) {
    const hundredths = Math.min(Math.round(value * 100), 8_639_999)
    const whole = Math.floor(hundredths / 100)
    return [[whole / 3600, (whole / 60) % 60, whole % 60].map(twoDigits).join('') + `.${twoDigits(hundredths % 100)}`]
  },
}

/** `ddmmyy`, read as `YYYY-MM-DD`: from 1980, when GPS time begins, to 2079. */
export const date: Form<string> = {
  width: 1,
  read([field = '']) {
    if (field === '') return undefined
    const parts = /^(\d\d)(\d\d)(\d\d)$/.exec(field)
    if (!parts) return WRONG
    const [, day, month, year = ''] = parts
    const isReal = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
    return isReal ? `${Number(year) >= 80 ? 19 : 20}${year}-${month}-${day}` : WRONG
  },
  write: (value) => [value.slice(8, 10) + value.slice(5, 7) + value.slice(2, 4)],
}

/** `llll.ll,a`: degrees, north positive. */
export const latitude: Form<number> = degreesAndMinutes(90, 2, 'N', 'S')
/** `yyyyy.yy,a`: degrees, east positive. */
export const longitude: Form<number> = degreesAndMinutes(180, 3, 'E', 'W')

/** Digits of minutes that are written: a ten-thousandth is 0.2 m. */
const MINUTE_DIGITS = 4

function degreesAndMinutes(most: number, digits: number, plus: string, minus: string): Form<number> {
  return {
    width: 2,
    read([field = '', side = '']) {
      if (field === '' && side === '') return undefined
      const parts = /^(\d{1,3})(\d\d(?:\.\d{0,12})?)$/.exec(field)
      if (!parts || (side !== plus && side !== minus)) return WRONG
      const [whole, minutes] = [Number(parts[1]), Number(parts[2])]
      const value = whole + minutes / 60
      if (minutes >= 60 || value > most) return WRONG
      return side === plus ? value : 0 - value
    },
    write(value) {
      const units = Math.round(Math.abs(value) * 60 * 10 ** MINUTE_DIGITS)
      const degrees = Math.floor(units / (60 * 10 ** MINUTE_DIGITS))
      const minutes = (units - degrees * 60 * 10 ** MINUTE_DIGITS) / 10 ** MINUTE_DIGITS
      const written = minutes.toFixed(MINUTE_DIGITS).padStart(3 + MINUTE_DIGITS, '0')
      return [String(degrees).padStart(digits, '0') + written, value < 0 ? minus : plus]
    },
  }
}

/** `c--c`: characters; those that are reserved stand as `^hh` (IEC 61162-1, § 7.1.4). */
export const words: Form<string> = {
  width: 1,
  read([field = '']) {
    if (field === '') return undefined
    return field.replace(/\^([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
  },
  write: (value) => [value.replace(/[^ -~]|[!$*,\\^~]/g, escaped)],
}

/** What is no character of the standard at all is written as a question mark. */
function escaped(character: string): string {
  const code = character.charCodeAt(0)
  return code > 255 ? '?' : `^${code.toString(16).toUpperCase().padStart(2, '0')}`
}

const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0')
