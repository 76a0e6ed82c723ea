/**
 * Runs `work` once the next frame is painted, for what nobody sees and must not hold it up. Where nothing is painted (a tab
 * in the background) it is run all the same. Answers how to call it off.
 */
export function afterPaint(work: () => void): () => void {
  let timer = setTimeout(work, 100);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
