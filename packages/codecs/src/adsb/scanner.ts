import type { DecodeProblem } from '@csii/model'
import { CR, LF, SPACE } from '../nmea/ascii.ts'
import { Held } from './held.ts'

/** The longest document of aircraft, in bytes: some ten thousand aircraft as readsb writes them. */
export const LONGEST_DOCUMENT = 4 * 1024 * 1024
/** The longest line: BaseStation's have 22 short fields. */
export const LONGEST_LINE = 1024
const LONGEST_AVR = 64
/** Objects within lists within objects: documents of aircraft have four levels, and nobody needs more than this. */
const DEEPEST = 16

/** Takes what the scanner has cut. The bytes are only valid during the call. */
export interface UnitTaker {
  /** One frame of Beast, unescaped: its type, six octets of clock, one of signal, and what was heard. */
  beast(unit: Uint8Array): void
  /** One frame in hexadecimal, from its first sign to before its semicolon. */
  avr(unit: Uint8Array): void
  line(unit: Uint8Array): void
  document(unit: Uint8Array): void
  refuse(problem: DecodeProblem, bytes: Uint8Array): void
}

type Mode = 'between' | 'beast' | 'avr' | 'line' | 'document' | 'garbage'

const ESCAPE = 0x1a
/** `*` without a clock; `@` and `%` with twelve digits of it; `<` with two more for the signal. */
const AVR_STARTS = new Set([0x2a, 0x40, 0x25, 0x3c])
const SEMICOLON = 0x3b
const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Octets of a Beast frame by its type: Mode A/C, short and long Mode S, and the settings of the receiver. */
const BEAST_LENGTHS: Readonly<Record<number, number>> = { 0x31: 10, 0x32: 15, 0x33: 22, 0x34: 22 }

/**
 * Tells by their first byte what the units of a stream are, one after the other, and cuts them, whatever the fragments.
 */
export class Scanner {
  readonly #taker: UnitTaker
  readonly #held = new Held(LONGEST_DOCUMENT)
  #mode: Mode = 'between'
  /** Whether the last byte announced what the next one is. */
  #isEscaped = false
  #isInString = false
  #depth = 0
  /** Garbage is one refusal from where it begins to where something else does. */
  #isGarbageTold = false

  constructor(taker: UnitTaker) {
    this.#taker = taker
  }

  read(bytes: Uint8Array, isWhole: boolean): void {
    if (isWhole) this.end()
    for (const byte of bytes) this.#take(byte)
    if (isWhole) this.end()
  }

  /** What is held cannot go on: a line is whole, the rest was cut off. */
  end(): void {
    if (this.#mode === 'line') this.#give('line')
    else if (this.#mode !== 'between' && this.#mode !== 'garbage') this.#refuse('length')
    this.#start('between')
    this.#isGarbageTold = false
  }

  #take(byte: number): void {
    switch (this.#mode) {
      case 'between':
        return this.#begin(byte)
      case 'beast':
        return this.#takeBeast(byte)
      case 'avr':
        return this.#takeAvr(byte)
      case 'line':
        return this.#takeLine(byte)
      case 'document':
        return this.#takeDocument(byte)
      case 'garbage':
        if (byte === ESCAPE) this.#start('beast')
        else if (byte === LF) this.#end()
    }
  }

  #begin(byte: number): void {
    if (byte === CR || byte === LF || byte === SPACE || byte === 9) return
    if (byte === ESCAPE) return this.#start('beast')
    if (AVR_STARTS.has(byte)) this.#start('avr')
    else if (byte >= 65 && byte <= 90) this.#start('line')
    else if (byte === 0x7b) this.#start('document')
    else return this.#skip(Uint8Array.of(byte))
    this.#depth = 1
    this.#held.add(byte)
  }

  #takeBeast(byte: number): void {
    if (this.#held.length === 0) {
      if (BEAST_LENGTHS[byte] === undefined) return this.#skip(Uint8Array.of(ESCAPE, byte))
      return this.#held.add(byte)
    }
    if (byte === ESCAPE && !this.#isEscaped) {
      this.#isEscaped = true
      return
    }
    if (this.#isEscaped && byte !== ESCAPE) {
      // A frame has begun within the frame: the first one was cut off.
      this.#refuse('length')
      this.#start('beast')
      return this.#takeBeast(byte)
    }
    this.#isEscaped = false
    this.#held.add(byte)
    if (this.#held.length === BEAST_LENGTHS[this.#held.first()!]) this.#give('beast')
  }

  #takeAvr(byte: number): void {
    if (byte === SEMICOLON) return this.#give('avr')
    this.#held.add(byte)
    if (byte === LF || byte === ESCAPE || this.#held.length > LONGEST_AVR) this.#abandon(byte, 'framing')
  }

  #takeLine(byte: number): void {
    if (byte === LF) return this.#give('line')
    this.#held.add(byte)
    if (this.#held.length > LONGEST_LINE) this.#abandon(byte, 'overflow')
    else if (byte === ESCAPE) this.#abandon(byte, 'framing')
  }

  #takeDocument(byte: number): void {
    this.#held.add(byte)
    if (this.#held.length > LONGEST_DOCUMENT) return this.#abandon(byte, 'overflow')
    if (this.#isEscaped) this.#isEscaped = false
    else if (this.#isInString) {
      if (byte === BACKSLASH) this.#isEscaped = true
      else if (byte === QUOTE) this.#isInString = false
    } else if (byte === QUOTE) this.#isInString = true
    else if (byte === 0x7b || byte === 0x5b) this.#depth++
    else if (byte === 0x7d || byte === 0x5d) this.#depth--
    if (this.#depth === 0) this.#give('document')
    else if (this.#depth > DEEPEST) this.#abandon(byte, 'framing')
  }

  #give(unit: 'beast' | 'avr' | 'line' | 'document'): void {
    this.#isGarbageTold = false
    this.#taker[unit](this.#held.bytes())
    this.#start('between')
  }

  /** Refuses what is held, and looks for something else from this byte on. */
  #abandon(byte: number, problem: DecodeProblem): void {
    this.#refuse(problem)
    this.#start('garbage')
    this.#isGarbageTold = true
    this.#take(byte)
  }

  #skip(bytes: Uint8Array): void {
    if (!this.#isGarbageTold) this.#taker.refuse('framing', bytes)
    this.#isGarbageTold = true
    this.#start('garbage')
  }

  #refuse(problem: DecodeProblem): void {
    this.#taker.refuse(problem, this.#held.bytes())
  }

  #start(mode: Mode): void {
    this.#mode = mode
    this.#held.clear()
    this.#isEscaped = false
    this.#isInString = false
  }

  #end(): void {
    this.#start('between')
    this.#isGarbageTold = false
  }
}
