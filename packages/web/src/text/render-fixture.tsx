import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import './use-text.tsx'

/** Answers of the node by query key, for tests that draw a part of the screen without one. */
export type Answers = readonly (readonly [key: readonly unknown[], answer: unknown])[]

/** A part of the screen as HTML, in English, with what the node would have answered. */
export function render(part: ReactNode, answers: Answers = []): string {
  const queries = new QueryClient()
  for (const [key, answer] of answers) queries.setQueryData(key, answer)
  return renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <I18nProvider i18n={i18n}>{part}</I18nProvider>
    </QueryClientProvider>,
  )
}

/** The words of some HTML, as a reader sees them. */
export const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]+>/g, ' ').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ').trim()
