// Talk about records: comments, tasks, watching, tags and links.
import { defineModule } from '#core/module.ts'
import { commentRoutes } from './comment.routes.ts'
import { ownedTasks } from './owned-tasks.ts'
import { relationRoutes } from './relation.routes.ts'
import { taskRoutes } from './task.routes.ts'

export const collaborationModule = defineModule({
  name: 'collaboration',
  routes: [...commentRoutes, ...taskRoutes, ...relationRoutes],
  holdings: [ownedTasks],
})
