// Languages side by side where there is room, one below the other where there is not.
export const columns = (count: number): string =>
  count === 3
    ? 'grid gap-x-6 gap-y-3 lg:grid-cols-3'
    : count === 2
      ? 'grid gap-x-6 gap-y-3 md:grid-cols-2'
      : 'grid gap-x-6 gap-y-3'
