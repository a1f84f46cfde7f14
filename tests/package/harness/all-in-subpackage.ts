import { HostProject } from './host-project'
import { commands, fileOf } from './readme'

export const SUBPACKAGE = 'TUI-CustomerService'

/** The host of the example whose SDK, kit and login are all in the subpackage, as the README describes it. */
export function allInSubpackage(): HostProject {
  const project = HostProject.fromExample('subpackage')
  project.remove('package.json')
  project.write('app.js', 'App({})\n')
  for (const file of ['config.js', 'launch-parameters.js', 'user-sig.js']) {
    project.move(file, `${SUBPACKAGE}/${file}`)
  }
  project.edit(`${SUBPACKAGE}/user-sig.js`, './TUIKit/', '@tencentcloud/chat-uikit-wechat/')
  for (const file of ['chat.js', 'pages/index.json', 'pages/index.js']) {
    project.write(`${SUBPACKAGE}/${file}`, fileOf('all-in-subpackage', `${SUBPACKAGE}/${file}`))
  }
  project.run(commands('all-in-subpackage'))
  return project
}

/** The same as an independent subpackage. */
export function independentSubpackage(): HostProject {
  const project = allInSubpackage()
  const shown = JSON.parse(`{${fileOf('all-in-subpackage', 'app.json')}}`) as object
  const app = JSON.parse(project.read('app.json')) as object
  project.write('app.json', JSON.stringify({ ...app, ...shown }, null, 2))
  return project
}
