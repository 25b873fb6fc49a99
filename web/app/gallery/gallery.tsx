// Every component of the kit in its states, to look at.
export function Gallery() {
  return <main className="p-8">…</main>
}
