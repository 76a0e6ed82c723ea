import { answers, days, handsOver, hours, minutes, postWebhook, type Shop, simulator, writes } from "./shop.ts";

/** The alpaca coat: an Instagram message, on in WhatsApp, weeks later a return through Messenger. One person, one thread. */
export async function alpacaStory(shop: Shop, now: number): Promise<void> {
  const personId = "maya";
  await simulator(shop, "people", { id: personId, name: "Maya Trent", username: "maya.knits" });
  const start = now - 23 * days;
  const thread = await writes(shop, personId, "instagram", "Hey! I saw the long alpaca coat in your ad. Does it come in camel, size S? 🦙", start);
  await answers(shop, 0, thread.conversationId, "Hi Maya! It does, and S is in stock. Shall I put one aside for you?", start + 6 * minutes);
  await writes(shop, personId, "instagram", "Yes please! I'm hardly ever on Instagram though.", start + 9 * minutes);
  const person = { personId, ...thread };
  await handsOver(shop, person, "whatsapp", {
    agent: "Then let us go on where you like it better, in WhatsApp:",
    customer: "Here I am. Can you ship it to the office?",
    time: start + 12 * minutes,
    follow: start + 15 * minutes,
  });
  await answers(shop, 0, thread.conversationId, "Welcome over here! Of course: what is the office's address?", start + 20 * minutes);
  await writes(shop, personId, "whatsapp", "14 Harbour Lane, 3rd floor. Thank you!", start + 24 * minutes);
  await answers(shop, 1, thread.conversationId, "Done: order 20418 leaves tomorrow.", start + 40 * minutes);
  const later = now - 3 * hours;
  await writes(shop, personId, "whatsapp", "Hello again! The coat is a dream but a size too big. How do I return it?", later);
  await handsOver(shop, person, "messenger", {
    agent: "No problem at all. Our returns desk answers on Messenger:",
    customer: "Hi, I'd like to return order 20418 and get it in XS.",
    time: later + 10 * minutes,
    follow: later + 30 * minutes,
  });
}

/** Five more people who moved across all three channels. */
export async function wanderer(shop: Shop, person: { id: string; name: string; username: string }, now: number, index: number): Promise<void> {
  await simulator(shop, "people", { id: person.id, name: person.name, username: person.username });
  const start = now - (4 + index) * days;
  const thread = await writes(shop, person.id, "instagram", "Do you also make gloves to match the scarf?", start);
  const going = { personId: person.id, ...thread };
  await handsOver(shop, going, "whatsapp", {
    agent: "We do! I can send you pictures in WhatsApp:",
    customer: "Thanks, I'm here.",
    time: start + 20 * minutes,
    follow: start + 30 * minutes,
  });
  await handsOver(shop, going, "messenger", {
    agent: "And this is our desk on Messenger:",
    customer: "Found you. I'll take the blue ones.",
    time: start + 50 * minutes,
    follow: start + 2 * hours,
  });
  if (index % 2 === 0) await answers(shop, index, thread.conversationId, "Wonderful, they are reserved for you.", start + 3 * hours, "messenger");
}

/** A thread of three thousand messages, posted as Meta posts a backlog: a hundred in one body. */
export async function longThread(shop: Shop, now: number): Promise<void> {
  const page = shop.accounts.messenger.externalId;
  await simulator(shop, "people", { id: "long-thread", name: "Wholesale: Fjord & Loom", psid: "7231900000009001" });
  const total = 3000;
  const start = now - 60 * days;
  // The first word by hand: from then on the platform knows the person and tells the name.
  await writes(shop, "long-thread", "messenger", "Hello! We would like to order for our three shops.", start - hours);
  for (let first = 0; first < total; first += 100) {
    const messaging = Array.from({ length: 100 }, (_, offset) => longItem(page, first + offset, start + (first + offset) * 28 * minutes));
    await postWebhook(shop, { object: "page", entry: [{ id: page, time: start, messaging }] });
  }
  await writes(shop, "long-thread", "messenger", "Good morning! This month's order is in the mail.", now - 50 * minutes);
}

function longItem(page: string, index: number, timestamp: number) {
  const person = "7231900000009001";
  const mid = `m_seed_long_${String(index).padStart(5, "0")}`;
  const fromShop = index % 2 === 1;
  const text = fromShop
    ? `Noted, line ${index + 1}: ${(index % 40) + 5} pieces are packed.`
    : `Line ${index + 1}: please add ${(index % 40) + 5} pieces in colour ${["sand", "moss", "night", "berry"][index % 4]}.`;
  return fromShop
    ? { sender: { id: page }, recipient: { id: person }, timestamp, message: { mid, text, is_echo: true, app_id: 26390203743090 } }
    : { sender: { id: person }, recipient: { id: page }, timestamp, message: { mid, text } };
}
