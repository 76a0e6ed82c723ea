import { Worker } from "node:worker_threads";

/**
 * Ends this process when its event loop stands still: a loop without an end in a parser, say, which no timer of the same
 * loop can notice. A thread of its own looks once a second whether the loop has beaten since; it counts its looks, not the
 * clock, so a process that was stopped and goes on is not ended. Answers how to call the guard off.
 */
export function guardEventLoop(seconds: number): () => void {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const beating = setInterval(() => Atomics.add(beats, 0, 1), 500);
  beating.unref();
  const thread = new Worker(watch, { eval: true, workerData: { beats, seconds }, execArgv: [] });
  thread.unref();
  return () => {
    clearInterval(beating);
    void thread.terminate();
  };
}

/** Plain JavaScript, so that the thread needs no loader. SIGKILL: a signal that the loop has to handle would wait for it. */
const watch = `
const { workerData } = require("node:worker_threads");
const { writeSync } = require("node:fs");
let seen = -1;
let still = 0;
setInterval(() => {
  const now = Atomics.load(workerData.beats, 0);
  still = now === seen ? still + 1 : 0;
  seen = now;
  if (still < workerData.seconds) return;
  const line = { level: 60, app: "worker", msg: "the event loop stands still, the worker ends itself", seconds: still };
  writeSync(1, JSON.stringify(line) + "\\n");
  process.kill(process.pid, "SIGKILL");
}, 1000);
`;
