/** In the gateway's process, which is started with `--expose-gc`: says what it holds, once what it does not need is gone. */
process.on("message", () => {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ rss, heapUsed, external });
});
// Being asked is no reason to stay.
process.channel?.unref();
