import { BUDGETS, COMPILED_KIT_BUDGET } from '../../../tools/build/size-report'
import { wcc } from '../../../tools/checks/wcc'
import { wcsc } from '../../../tools/checks/wcsc'
import { checkProgram } from '../checks/program'
import { excesses, kitSizes, packageSizes } from '../checks/sizes'
import type { OfficialReport } from '../official/report'
import { recordFigures } from './figures'
import type { HostProject } from './host-project'
import { runOfficialTools } from './official'
import { Stage, type StageOptions } from './stage'

/** Compiling an SDK of 700 KB takes the official tools half a minute, and more on a busy machine. */
jest.setTimeout(600_000)

interface FlowOptions {
  /** Its line in the table of sizes, and the place of that. */
  readonly name: string
  readonly order: number
  /** The host's project, as it is before "build npm". */
  readonly prepare: () => HostProject
  readonly subpackage?: string
  /** Bytes of the main package. */
  readonly mainBudget?: number
}

/** One way to integrate: its project is made and goes through the official tools before the tests of the file. */
export function useFlow({ name, order, prepare, subpackage, mainBudget }: FlowOptions) {
  let project: HostProject
  let official: OfficialReport

  beforeAll(async () => {
    project = prepare()
    official = await runOfficialTools(project.folder)
  })
  afterAll(() => project.dispose())

  test('the official tools build npm, find everything, and compile it', () => {
    expect(official.warnings).toEqual([])
    expect(official.unresolved).toEqual([])
  })

  test('everything that it uses is uploaded', () => {
    const uploaded = new Set(Object.keys(official.sizes).map((path) => path.replace(/^\.\//, '')))
    const left = project.used().filter(({ path }) => !uploaded.has(path))
    expect(left.map(({ path }) => path)).toEqual([])
  })

  test('wcc and wcsc take every template and style sheet that it uses', () => {
    const used = project.used()
    expect(used.filter(({ path }) => path.endsWith('.wxml')).length).toBeGreaterThan(5)
    expect([...wcc(used), ...wcsc(used)]).toEqual([])
  })

  test('nothing is missing, and nothing crosses the border of a package', () => {
    const { missing, crossings } = checkProgram(project.files())
    expect({ missing, crossings }).toEqual({ missing: [], crossings: [] })
  })

  test('its size is within the budgets', () => {
    const roots = subpackage ? [subpackage] : []
    const sizes = packageSizes(official.sizes, roots)
    const { kit, debug } = kitSizes(official.sizes)
    expect(excesses(sizes, mainBudget)).toEqual([])
    expect(kit).toBeGreaterThan(0)
    expect(kit).toBeLessThanOrEqual(COMPILED_KIT_BUDGET)
    expect(debug).toBeLessThanOrEqual(BUDGETS['debug/'] ?? 0)
    const inSubpackage = subpackage ? (sizes.subpackages[subpackage] ?? 0) : 0
    recordFigures({ flow: name, order, main: sizes.main, subpackage: inSubpackage, kit, debug })
  })

  return {
    get project() {
      return project
    },
    get official() {
      return official
    },
  }
}

/** The project of a flow in the preview, anew for each test. */
export function useStage(flow: { readonly project: HostProject }, options?: StageOptions) {
  let stage: Stage | undefined
  const open = async (): Promise<void> => {
    stage = await Stage.open(flow.project, options)
  }
  beforeEach(open)
  afterEach(() => stage?.close())
  return {
    get current(): Stage {
      if (!stage) throw new Error('there is no preview')
      return stage
    },
    /** With what has been edited meanwhile. */
    async reopen(): Promise<void> {
      await stage?.close()
      await open()
    },
  }
}
