import { z } from "zod";

const schema = z.object({
  /** Where the gateway listens. Read at run time, so that one build serves every installation. */
  GATEWAY_URL: z.url().default("http://127.0.0.1:4000"),
  /** The demo's sign-in, shown on the login page. Only `npm start` sets them, and only for a demo instance. */
  ONETHREAD_DEMO_EMAIL: z.string().optional(),
  ONETHREAD_DEMO_PASSWORD: z.string().optional(),
  NODE_ENV: z.string().optional(),
});

export type ConsoleEnv = {
  gatewayUrl: string;
  demo: { email: string; password: string } | null;
  development: boolean;
};

/** What the environment sets, checked. Throws with every problem at once; values are not in the message. */
export function readEnv(): ConsoleEnv {
  const result = schema.safeParse(process.env);
  if (!result.success) {
    throw new Error(`The console's environment is wrong:\n${z.prettifyError(result.error)}`);
  }
  const { GATEWAY_URL, ONETHREAD_DEMO_EMAIL: email, ONETHREAD_DEMO_PASSWORD: password, NODE_ENV } = result.data;
  return {
    gatewayUrl: GATEWAY_URL.replace(/\/$/, ""),
    demo: email && password ? { email, password } : null,
    development: NODE_ENV === "development",
  };
}
