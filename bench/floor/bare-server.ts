import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";

/**
 * The floor for acknowledging: a bare node:http server that checks the same signature and writes the same row with one
 * INSERT per request, durable to the same degree, and does nothing else.
 */
const [url = "", port = "0", secret = ""] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 16 });

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => void answer(Buffer.concat(chunks)));
  const answer = async (body: Buffer) => {
    const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(body).digest("hex")}`);
    const given = Buffer.from(String(request.headers["x-hub-signature-256"]));
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return response.writeHead(401).end();
    await pool.query({
      name: "insert",
      text: "INSERT INTO webhook_events (id, received_at, lane, digest, body, next_attempt_at) VALUES (gen_random_uuid(), now(), 'bench', $1, $2, now()) ON CONFLICT (digest) DO NOTHING",
      values: [createHash("sha256").update(body).digest(), body],
    });
    response.writeHead(200, { "content-type": "text/plain", "content-length": 2 }).end("ok");
  };
}).listen(Number(port), "127.0.0.1");
