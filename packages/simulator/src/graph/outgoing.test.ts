import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instagram, maya, messenger, TestBench, until } from "../test-bench.ts";

type Wire = Record<string, unknown>;
let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.start();
  await bench.api("people", maya);
  for (const accountId of ["66", "900", "800"]) await bench.write(accountId);
});
afterAll(() => bench.close());

let number = 0;
/** Each send to somebody else: the pair's limit is another matter. */
async function whatsappTo(): Promise<string> {
  number += 1;
  const phone = `4477009010${String(number).padStart(2, "0")}`;
  await bench.api("people", { id: `p${number}`, name: "Somebody", phone });
  await bench.api("messages", { personId: `p${number}`, accountId: "66", text: "hi" });
  return `+${phone}`;
}
const sendWhatsapp = async (content: Wire): Promise<{ status: number; body: { error?: Wire; messages?: { id: string }[] } }> => {
  const response = await bench.graph("66/messages", { messaging_product: "whatsapp", to: await whatsappTo(), ...content });
  return { status: response.status, body: (await response.json()) as { error?: Wire } };
};
const interactive = (made: Wire): Wire => ({ type: "interactive", interactive: { body: { text: "Which?" }, ...made } });
const reply = (id: string, title = id): Wire => ({ type: "reply", reply: { id, title } });
const buttons = (...list: Wire[]): Wire => interactive({ type: "button", action: { buttons: list } });
const list = (rows: Wire[], more: Wire = {}): Wire =>
  interactive({ type: "list", action: { button: "Choose", sections: [{ title: "S", rows }], ...more } });
const template = (name: string, components?: Wire[], code = "en_GB"): Wire => ({
  type: "template",
  template: { name, language: { code }, ...(components ? { components } : {}) },
});
const texts = (...values: string[]): Wire[] => values.map((text) => ({ type: "text", text }));
const order = (total: number): Wire =>
  interactive({
    type: "order_details",
    action: {
      name: "review_and_pay",
      parameters: {
        reference_id: "INV-1",
        type: "physical-goods",
        currency: "INR",
        total_amount: { value: total, offset: 100 },
        order: {
          status: "pending",
          items: [{ name: "Coat", quantity: 1, amount: { value: 100, offset: 100 } }],
          subtotal: { value: 100, offset: 100 },
          tax: { value: 5, offset: 100 },
        },
      },
    },
  });
const track = { type: "button", sub_type: "url", index: "0", parameters: [{ type: "text", text: "1" }] };

describe("WhatsApp refuses", () => {
  it.each<[string, Wire, number, number]>([
    ["four buttons", buttons(reply("1"), reply("2"), reply("3"), reply("4")), 131009, 400],
    ["a long title of a button", buttons(reply("1", "x".repeat(21))), 131009, 400],
    ["two buttons with one id", buttons(reply("1", "a"), reply("1", "b")), 131009, 400],
    ["a button without a title", buttons({ type: "reply", reply: { id: "1" } }), 131008, 400],
    ["a message without a body", interactive({ type: "button", body: undefined, action: { buttons: [reply("1")] } }), 131008, 400],
    ["a long footer", { ...interactive({ type: "button", footer: { text: "x".repeat(61) }, action: { buttons: [reply("1")] } }) }, 131009, 400],
    ["eleven rows", list(Array.from({ length: 11 }, (_, index) => ({ id: `${index}`, title: `${index}` }))), 131009, 400],
    ["a long description of a row", list([{ id: "1", title: "a", description: "x".repeat(73) }]), 131009, 400],
    ["a list without its button", list([{ id: "1", title: "a" }], { button: undefined }), 131008, 400],
    ["an unknown kind", interactive({ type: "poll", action: {} }), 131009, 400],
    ["an unknown type", { type: "poll", poll: {} }, 131051, 400],
    [
      "a flow without id or name",
      interactive({ type: "flow", action: { parameters: { flow_message_version: "3", flow_cta: "Open", flow_token: "t" } } }),
      131008,
      400,
    ],
    ["one card", interactive({ type: "carousel", action: { cards: [{}] } }), 131009, 400],
    ["a bill that does not add up", order(100), 131009, 400],
    ["an unknown file", { type: "image", image: { id: "4711" } }, 100, 400],
    ["a file without a place", { type: "image", image: {} }, 131008, 400],
    ["a caption of a sound", { type: "audio", audio: { id: "1", caption: "x" } }, 100, 400],
    ["a place off the globe", { type: "location", location: { latitude: 91, longitude: 0 } }, 131009, 400],
    ["an unknown template", template("nope"), 132001, 404],
    ["a template in another language", template("delivery_update", [], "fr"), 132001, 404],
    ["a rejected template", template("cheap_cheap"), 132001, 404],
    ["a paused template", template("autumn_sale"), 132015, 400],
    ["a template with too few values", template("delivery_update", [{ type: "body", parameters: texts("a") }, track]), 132000, 400],
    ["a template without the link's value", template("delivery_update", [{ type: "body", parameters: texts("a", "b", "c") }]), 131008, 400],
    [
      "a value of another kind",
      template("delivery_update", [{ type: "body", parameters: [...texts("a", "b"), { type: "image" }] }, track]),
      132012,
      400,
    ],
    [
      "a named value without its name",
      template("welcome_back", [
        { type: "body", parameters: texts("a", "b") },
        { type: "header", parameters: texts("a") },
      ]),
      132012,
      400,
    ],
    ["a template without its header's file", template("order_confirmation", [{ type: "body", parameters: texts("a", "b") }]), 132012, 400],
    [
      "a template that gets too long",
      template("delivery_update", [{ type: "body", parameters: texts("x".repeat(1000), "b", "c") }, track]),
      132005,
      400,
    ],
    ["its own number", { type: "text", text: { body: "x" }, to: "+442079460182" }, 131021, 400],
  ])("%s", async (_, content, code, status) => {
    const answer = await sendWhatsapp(content);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
    expect(answer.body.error).toHaveProperty("fbtrace_id");
  });
});

describe("WhatsApp takes", () => {
  it.each<[string, Wire, string]>([
    ["buttons", buttons(reply("1", "Yes"), reply("2", "No")), '"title":"Yes"'],
    ["a list", list([{ id: "1", title: "Thursday", description: "14 to 16" }]), '"sheet":"Choose"'],
    ["a bill", order(105), '"does":"pay"'],
    [
      "a template",
      template("delivery_update", [{ type: "body", parameters: texts("Maya", "10482", "Thursday") }, track]),
      "Hello Maya, your order 10482 is on its way and will be with you on Thursday.",
    ],
    [
      "a named template",
      template("welcome_back", [
        { type: "header", parameters: [{ type: "text", text: "Maya", parameter_name: "first_name" }] },
        {
          type: "body",
          parameters: [
            { type: "text", text: "winter", parameter_name: "collection" },
            { type: "text", text: "Maya", parameter_name: "first_name" },
          ],
        },
      ]),
      "Hi Maya, the winter collection",
    ],
    ["a place", { type: "location", location: { latitude: 51, longitude: 0, name: "Shop" } }, "51, 0"],
    ["contacts", { type: "contacts", contacts: [{ name: { formatted_name: "Noa Berg" }, phones: [{ phone: "+44" }] }] }, "Noa Berg"],
  ])("%s and shows it", async (_, content, shown) => {
    expect((await sendWhatsapp(content)).status).toBe(200);
    expect(JSON.stringify(await bench.api(`state?personId=p${number}`))).toContain(shown);
  });

  it("a template's receipts tell its category, and marketing is not for who stopped it", async () => {
    const sale = template("welcome_back", [
      { type: "header", parameters: [{ type: "text", text: "M", parameter_name: "first_name" }] },
      { type: "body", parameters: ["collection", "first_name"].map((parameter_name) => ({ type: "text", text: "x", parameter_name })) },
    ]);
    const { body } = await sendWhatsapp(sale);
    await until(() => bench.all(new RegExp(`${body.messages?.[0]?.id}.*"category":"marketing"`)).length > 0);
    const stopped = await whatsappTo();
    await bench.api("acts", { personId: `p${number}`, accountId: "66", act: { type: "marketing", value: "stop" } });
    expect((await bench.graph("66/messages", { messaging_product: "whatsapp", to: stopped, ...sale })).status).toBe(200);
    await until(() => bench.all(/"code":131050/).length === 1);
  });

  it("a message to a group, whose receipts name the participant", async () => {
    const { body } = await bench.api<{ body: Wire }>("acts", { personId: "maya", accountId: "66", act: { type: "group_text", text: "all" } });
    const [, to = ""] = /"group_id":"([^"]+)"/.exec(JSON.stringify(body)) ?? [];
    const sent = { messaging_product: "whatsapp", recipient_type: "group", to, type: "text", text: { body: "to all" } };
    expect((await bench.graph("66/messages", sent)).status).toBe(200);
    const receipt = await until(() => bench.all(/"recipient_type":"group"/)[0]);
    expect(receipt.raw).toContain(`"recipient_participant_id":"${maya.phone}"`);
  });

  it("a file that can't be fetched, and says so later; a block it does not tell", async () => {
    expect((await sendWhatsapp({ type: "image", image: { link: `${bench.running.url}/nothing.jpg` } })).status).toBe(200);
    await until(() => bench.all(/"code":131053/).length === 1);
    const to = await whatsappTo();
    await bench.api("acts", { personId: `p${number}`, accountId: "66", act: { type: "block", blocked: true } });
    expect((await bench.graph("66/messages", { messaging_product: "whatsapp", to, type: "text", text: { body: "x" } })).status).toBe(200);
    await until(() => bench.all(/"code":131026/).length === 1);
  });
});

describe("Messenger and Instagram", () => {
  const quick = (count: number, title = "x"): Wire => ({
    text: "?",
    quick_replies: Array.from({ length: count }, (_, index) => ({ content_type: "text", title, payload: `${index}` })),
  });
  const cards = (count: number, more: Wire = {}): Wire => ({
    attachment: {
      type: "template",
      payload: { template_type: "generic", elements: Array.from({ length: count }, () => ({ title: "Coat", ...more })) },
    },
  });
  const send = async (account: "900" | "800", message: Wire): Promise<{ status: number; error: Wire | undefined }> => {
    const made = account === "900" ? messenger("x") : instagram("x");
    const response = await bench.graph(`${account}/messages`, { ...made, message });
    return { status: response.status, error: ((await response.json()) as { error?: Wire }).error };
  };
  it.each<["900" | "800", string, Wire, Wire]>([
    ["900", "14 quick replies", quick(14), { code: 100 }],
    ["900", "a long quick reply", quick(1, "x".repeat(21)), { code: 100 }],
    ["900", "11 cards", cards(11), { code: 100 }],
    ["900", "4 buttons", cards(1, { buttons: Array.from({ length: 4 }, () => ({ type: "postback", title: "a", payload: "b" })) }), { code: 100 }],
    ["900", "a card without a title", cards(1, { title: "" }), { code: 100 }],
    ["900", "text beside a file", { text: "x", attachment: { type: "image", payload: { url: "https://x.example" } } }, { code: 100 }],
    ["900", "an unknown file", { attachment: { type: "image", payload: { attachment_id: "4711" } } }, { code: 100, error_subcode: 2018047 }],
    [
      "800",
      "a file that can't be fetched",
      { attachment: { type: "image", payload: { url: "http://127.0.0.1:9/x.jpg" } } },
      { code: 100, error_subcode: 2018008 },
    ],
    ["800", "a template of a Page", { template: { name: "delivery_update", language: { code: "en_GB" } } }, { code: 100 }],
  ])("%s refuses %s", async (account, _, message, error) => {
    expect((await send(account, message)).error).toMatchObject(error);
  });

  it("take quick replies and cards, and echo them", async () => {
    expect((await send("900", quick(13))).status).toBe(200);
    expect((await send("800", cards(10, { buttons: [{ type: "postback", title: "a", payload: "b" }] }))).status).toBe(200);
    await until(() => bench.all(/"is_echo":true.*template_type|template_type.*"is_echo":true/).length === 1);
  });

  it("Instagram fetches a file from its address and echoes one of its own", async () => {
    const { mediaId } = (await (
      await fetch(`${bench.running.url}/simulator/api/files?name=a.png`, {
        method: "POST",
        headers: { "content-type": "image/png" },
        body: "picture",
      })
    ).json()) as { mediaId: string };
    expect((await send("800", { attachment: { type: "image", payload: { url: `${bench.running.url}/simulator/files/${mediaId}` } } })).status).toBe(
      200,
    );
    await until(() => bench.all(/ig_messaging_cdn/).length > 0);
  });

  it("a utility message goes when the window is closed, free text does not", async () => {
    const later = { "x-simulator-now": String(Date.now() + 30 * 24 * 3_600_000) };
    const utility = {
      recipient: { id: maya.psid },
      messaging_type: "UTILITY",
      message: {
        template: { name: "delivery_update", language: { code: "en_GB" }, components: [{ type: "body", parameters: texts("a", "b", "c") }] },
      },
    };
    expect((await bench.graph("900/messages", utility, later)).status).toBe(200);
    expect((await bench.graph("900/messages", messenger("x"), later)).status).toBe(400);
  });

  it("a comment is answered once", async () => {
    const { externalId } = await bench.api<{ externalId: string }>("acts", {
      personId: "maya",
      accountId: "800",
      act: { type: "comment", text: "price?" },
    });
    const answer = { recipient: { comment_id: externalId }, message: { text: "189" } };
    expect((await bench.graph("800/messages", answer)).status).toBe(200);
    expect(await (await bench.graph("800/messages", answer)).json()).toMatchObject({ error: { code: 10, error_subcode: 2534025 } });
  });

  it("reactions and typing are seen on the phone", async () => {
    const { externalId } = await bench.write("900", "react to me");
    await bench.graph("900/messages", {
      recipient: { id: maya.psid },
      sender_action: "react",
      payload: { message_id: externalId, reaction: "love" },
    });
    await bench.graph("900/messages", { recipient: { id: maya.psid }, sender_action: "typing_on" });
    const text = JSON.stringify(await bench.api("state?personId=maya"));
    expect(text).toContain('"business":"❤️"');
    expect(text).toContain('"typingUntil":');
  });
});
