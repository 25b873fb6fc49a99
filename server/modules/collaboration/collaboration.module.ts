// Talk about records: comments, tasks, watching, tags and links.
import { defineModule } from '#core/module.ts'
import { declareMarks } from '#core/record-marks.ts'
import { commentRoutes } from './comment.routes.ts'
import { ownedTasks } from './owned-tasks.ts'
import { relationRoutes } from './relation.routes.ts'
import { findTagged } from './tag.store.ts'
import { taskRoutes } from './task.routes.ts'

declareMarks({ name: 'tag', find: findTagged })

export const collaborationModule = defineModule({
  name: 'collaboration',
  routes: [...commentRoutes, ...taskRoutes, ...relationRoutes],
  holdings: [ownedTasks],
})
