import { BUILT_IN_TOOLS } from '../panel/built-in'
import type { Tool, ToolContext, ToolSight } from '../panel/tool'
import { createEntries } from './entries'

export type { MediaFile, Picked, Tool, ToolContext, ToolDevice, ToolSight } from '../panel/tool'

const tools = createEntries<Tool>(BUILT_IN_TOOLS)

function offered(tool: Tool, sight: ToolSight): boolean {
  try {
    return tool.when ? tool.when(sight) : true
  } catch {
    // A host's own must not take the others with it.
    return false
  }
}

/** The entries that this conversation has, in their order. */
export const toolsFor = (sight: ToolSight): Tool[] => tools.all().filter((tool) => offered(tool, sight))

/**
 * Adds an entry to the panel behind the plus, at the end or before the one named `before`; one of the same `id` takes
 * the place of the other.
 * @returns the function that takes it out, and puts back the one whose place it took
 */
export const registerTool = (tool: Tool, before?: string): (() => void) => tools.add(tool, before)

/** Takes a built-in entry out. @returns the function that puts it back in its place */
export const removeTool = (id: string): (() => void) => tools.remove(id)

/** Does what the entry is for. What it throws reaches the host; nothing for one that is not there any more. */
export async function runTool(id: string, context: ToolContext): Promise<void> {
  const tool = tools.find(id)
  if (!tool || !offered(tool, context)) return
  try {
    await tool.run(context)
  } catch (cause) {
    context.kit.reportQuietly({ code: 0, op: `tool.${id}`, retryable: false, cause: String(cause) })
  }
}
