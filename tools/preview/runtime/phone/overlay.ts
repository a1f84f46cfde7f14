import { el } from '../dom'
import type { BuildProblem } from '../program'

/** Shows on the phone's screen why the mini program cannot run. */
export function showProblems(title: string, problems: readonly BuildProblem[]): void {
  const items = problems.map(({ file, line, column, message }) => {
    const position = [file, line, column].filter((part) => part !== undefined && part !== '').join(':')
    return el('li', {}, el('code', {}, position), el('p', {}, message))
  })
  document.body.append(
    el('div', { class: 'phone-problems', role: 'alert' }, el('h1', {}, title), el('ul', {}, ...items)),
  )
}
