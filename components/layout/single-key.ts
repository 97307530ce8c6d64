/** Single-letter keys: never while somebody types, composes characters, or holds another key. */

export function onSingleKey(key: string, run: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key !== key || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], dialog"))
      return;
    event.preventDefault();
    run();
  };
  document.addEventListener("keydown", listen);
  return () => document.removeEventListener("keydown", listen);
}
