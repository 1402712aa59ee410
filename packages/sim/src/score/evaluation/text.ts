import type { Evaluation } from './evaluation.ts'
import type { Judgement, Requirement } from './requirement.ts'

/** An evaluation for people, in lines of at most some 140 characters. */
export function evaluationText({
  scenario,
  seed,
  from,
  interval,
  epochs,
  objects,
  note,
  requirements,
}: Evaluation): string {
  const extent = `${objects} objects at ${epochs} epochs, ${interval} s apart, from ${from} s on`
  const groups = [...Map.groupBy(requirements, ({ group }) => group)]
  return [
    `Evaluation of ${scenario}, seed ${seed}: ${extent}.`,
    ...wrapped(note),
    ...groups.flatMap(([group, own]) => ['', group.toUpperCase(), ...own.flatMap(lineOf)]),
  ].join('\n')
}

const WIDTH = 120
const NAME = 52
const VALUE = 22

function lineOf(requirement: Requirement): string[] {
  const { name, judgements, remarks = [] } = requirement
  const notes = [...judgements.map(judgementText), ...remarks]
  const start = `  ${name.padEnd(NAME)}${valueText(requirement).padEnd(VALUE)}`
  return notes.length === 0
    ? [start.trimEnd()]
    : notes.map((note, index) => (index === 0 ? start : ''.padEnd(start.length)) + note)
}

function valueText({ value, unit, samples }: Requirement): string {
  if (value === undefined) return '–'
  const number =
    unit === 'share' && value > 0 && value < 0.0001 ? value.toExponential(1) : value.toFixed(unit === 'share' ? 4 : 2)
  return `${number}${unit === 'share' ? ` of ${samples}` : unit === '' ? '' : ` ${unit}`}`
}

const judgementText = ({ standard, bound, limit, verdict, because }: Judgement): string =>
  `${standard} ${bound === 'at least' ? '≥' : '≤'} ${limit}: ${verdict}${because === undefined ? '' : ` (${because})`}`

function wrapped(text: string): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (longer.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}
