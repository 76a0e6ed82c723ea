/** The build this code belongs to, the same in the server's code and in the browser's. */
// biome-ignore lint/style/noProcessEnv: next.config.ts writes the value into the code; there is no environment to read in a browser.
export const ownBuild = process.env.ONETHREAD_BUILD ?? "";
