/** Invented people. `id` is their name on the simulator. */
export type SeedPerson = { id: string; name: string; channel: "instagram" | "whatsapp" | "messenger"; username: string };

const names = [
  "Leila Haddad",
  "Tomasz Wrona",
  "Ingrid Solheim",
  "Kwame Asare",
  "Priya Raman",
  "Mateo Rivas",
  "Hana Kovář",
  "Oluwaseun Bello",
  "سلمى الخطيب",
  "יעל ברק",
  "佐藤 美咲",
  "王 小雨",
  "김 하늘",
  "Chiara Bonetti",
  "Anaïs Lefort",
  "Jonas Brandt",
  "Femke de Wit",
  "Rafael Queiroz",
  "Siobhán Daly",
  "Dimitra Laskari",
  "Yusuf Demirel",
  "Nadia Petrova",
  "Elif Kaya",
  "Marta Ferreira",
  "Bjarki Jónsson",
  "Amara Diallo",
  "Lucía Prieto",
  "Henrik Nyman",
  "Zofia Mazur",
  "Tariq Mansour",
  "Noémie Garnier",
  "Ravi Menon",
  "Ewa Lis",
  "Kofi Mensah",
  "Aino Laine",
  "Beatriz Moura",
  "Viktor Horák",
  "Alexandrina Maximiliana von Hohenstein-Wittgenbach",
] as const;

const channels = ["instagram", "whatsapp", "messenger"] as const;

export const people: SeedPerson[] = names.map((name, index) => ({
  id: `person-${index + 1}`,
  name,
  channel: channels[index % 3] ?? "whatsapp",
  username: `shopper.${index + 1}`,
}));

/** What people ask and what the shop answers: pairs, the answer may be missing. */
export const talks: { asks: string; answer?: string; thanks?: string }[] = [
  { asks: "Hi! Is the grey alpaca scarf back in stock?", answer: "Hello! It is: 14 pieces came in this morning.", thanks: "Lovely, ordering now." },
  {
    asks: "My parcel says delivered but it isn't here 😟",
    answer: "I'm sorry to hear that. I have opened a search with the carrier and will write tomorrow.",
  },
  {
    asks: "Which size do you suggest for 1.72 m?",
    answer: "Most people of that height wear an M. It falls a little wide.",
    thanks: "Perfect, thank you!",
  },
  { asks: "Can I still change the address of my order 20731?" },
  { asks: "Do you ship to Norway, and what does it cost?", answer: "We do. It is 9 € and takes four days.", thanks: "Great 👍" },
  { asks: "The zip of the coat broke after two weeks. What can I do?" },
  { asks: "Is the wool from your own herd?", answer: "Yes, from 40 animals near Cusco. There are pictures in our story today." },
  { asks: "I'd like an invoice with our company's name, please." },
  { asks: "Hello, how do I wash the cardigan?", answer: "By hand, cold, with wool soap. Please don't wring it.", thanks: "Thanks!" },
  { asks: "When does the winter sale begin?" },
];

/** The same question in the writer's own script. */
export const ownWords: Record<string, string> = {
  "سلمى الخطيب": "مرحبا، هل المعطف الرمادي متوفر بالمقاس M؟ طلبي رقم 20544 / وشكراً 🌙",
  "יעל ברק": "שלום, מתי יגיע המשלוח שלי? הזמנה 20551 – תודה!",
  "佐藤 美咲": "こんにちは。アルパカのコートはまだありますか？サイズはSです。",
  "王 小雨": "你好，请问这件羊驼毛大衣还有黑色的吗？",
  "김 하늘": "안녕하세요, 교환은 어떻게 하나요?",
};
