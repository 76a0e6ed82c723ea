// A page whose Content-Security-Policy lets in nothing but what this server names: node server.mjs
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";

/** Two entries for the desk are all that the chat needs. Where scripts come in by a nonce alone, the first is not needed, either. */
const policyOf = (desk, nonce) =>
  `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; frame-src ${desk}; style-src 'nonce-${nonce}'; base-uri 'none'`;

const pageOf = (desk, key, nonce) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A page with a strict policy</title>
    <style nonce="${nonce}">body { font-family: system-ui; margin: 2rem }</style>
  </head>
  <body>
    <h1>Alpaca coats</h1>
    <script nonce="${nonce}">
      window.Onethread = Object.assign((...call) => Onethread.q.push(call), { q: [] });
      Onethread("boot", { scheme: "auto" });
    </script>
    <script async nonce="${nonce}" src="${desk}/widget/loader.js?key=${key}"></script>
  </body>
</html>`;

/** Answers requests with the page; the nonce is another one each time. */
export const answerWith = (desk, key) => (_request, response) => {
  const nonce = randomBytes(16).toString("base64");
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-security-policy", policyOf(desk, nonce));
  response.end(pageOf(desk, key, nonce));
};

if (import.meta.filename === process.argv[1]) createServer(answerWith("https://desk.example.com", "wgt_your_key")).listen(8000);
