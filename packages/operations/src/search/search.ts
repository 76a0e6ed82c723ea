import { type Actor, fold, fromTypeId, isNear, marksIn, ok, parseSearch, type Result, type SearchQuery, type SearchTerm } from "@onethread/core";
import type { ConversationHit, CustomerHit, MessageHit, SearchAnswer, SearchKind } from "@onethread/core/api";
import { forWorkspace, isTimedOut, type Tx } from "@onethread/db/client";
import {
  decodeCursor,
  encodeCursor,
  type Place,
  readCustomerHits,
  readMessageHits,
  readNearWords,
  readSearchedConversations,
  resolveFilters,
  type SearchFilters,
  searchPeople,
} from "@onethread/db/read";
import { allow, type Context } from "../context.ts";
import { findMessage, searchMessages, tooSlow } from "./search-messages.ts";

export type SearchInput = { q: string; kinds: readonly SearchKind[]; limit: number; cursor?: string | undefined };

/** No statement of a search takes longer: then it is given up, and says so. */
const patience = "3s";
/** Messages that are looked at to find conversations: one that talks of nothing else must not hide the others. */
const forConversations = 200;
/** People who share letters with a name, of whom those are taken who are near it. */
const forNear = 300;

type Search = { tx: Tx; actor: Actor; workspaceId: string; query: SearchQuery; filters: SearchFilters; input: SearchInput; before: string | null };

/** Customers, conversations and messages that a text may mean; where nobody wrote it so, those that are near it. */
export async function search(context: Context, actor: Actor, input: SearchInput): Promise<Result<SearchAnswer>> {
  const refused = allow(actor, "read");
  if (refused) return refused;
  const place = input.cursor === undefined ? ok<Place | null>(null) : decodeCursor(input.cursor, "?cursor", "number");
  if (!place.ok) return place;
  const query = parseSearch(input.q);
  try {
    const answer = await forWorkspace(context.database, actor.workspaceId, async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = '${patience}'`);
      const filters = await resolveFilters(tx, actor, query, (name) => searchPeople(tx, name, false, 200));
      return inTurns({ tx, actor, workspaceId: actor.workspaceId, query, filters, input, before: place.value?.id ?? null });
    });
    return ok(answer);
  } catch (error) {
    if (isTimedOut(error)) return { ok: false, error: tooSlow };
    throw error;
  }
}

/** As typed; then, where that finds nothing at all, by words that are near. */
async function inTurns(search: Search): Promise<SearchAnswer> {
  const { query } = search;
  const typed: SearchTerm[] = [...query.words, ...query.phrases].map((one) => [one]);
  const first = await oneTurn(search, typed, false);
  if (!isEmpty(first.answer) || search.before !== null || query.words.length === 0) return first.answer;
  const near = await Promise.all(query.words.map((word) => wordsNear(search, word, first.words)));
  const terms = [...near.map((words, index) => [query.words[index] ?? "", ...words]), ...query.phrases.map((one) => [one])];
  const second = await oneTurn(search, terms, true);
  return isEmpty(second.answer) ? second.answer : { ...second.answer, instead: [...new Set(near.flat())].slice(0, 5) };
}

const isEmpty = ({ customers, conversations, messages }: SearchAnswer): boolean =>
  [customers, conversations, messages].every((list) => !list || (list.data.length === 0 && !list.page.next));

/** Words that were written and are near the given one, or have it somewhere inside. */
async function wordsNear({ tx }: Search, word: string, others: ReadonlySet<string>): Promise<string[]> {
  const inside = (other: string) => other !== word && word.length >= 3 && other.includes(word);
  const known = new Set([...(await readNearWords(tx, word)), ...others]);
  return [...known].filter((other) => inside(other) || isNear(word, other)).slice(0, 8);
}

async function oneTurn(search: Search, terms: readonly SearchTerm[], near: boolean): Promise<{ answer: SearchAnswer; words: Set<string> }> {
  const { tx, workspaceId, query, filters, input, before } = search;
  const wants = (kind: SearchKind) => input.kinds.includes(kind);
  const people = wants("customers") || wants("conversations") ? await peopleOf(search, terms, near) : [];
  const answer: SearchAnswer = { customers: null, conversations: null, messages: null, instead: [] };
  if (wants("customers")) answer.customers = list(people.slice(0, input.limit));

  const exact = wants("messages") ? await findMessage(tx, workspaceId, query.text, filters) : null;
  const byText = wants("conversations") && terms.length > 0;
  const found =
    (wants("messages") && !exact) || byText
      ? await searchMessages(tx, { workspaceId, terms, filters, before, limit: byText ? forConversations : input.limit })
      : null;
  const hits = await readMessageHits(tx, workspaceId, found?.said ?? []);
  if (wants("messages")) {
    const next = found && found.said.length > input.limit ? found.said[input.limit - 1]?.row.seq : found?.next;
    answer.messages = exact ? list([exact]) : list(newestFirst(hits.slice(0, input.limit)), next ? encodeCursor({ at: null, id: next }) : null);
  }
  if (wants("conversations")) answer.conversations = list(await conversationsOf(search, terms, people, newestFirst(hits)));
  return { answer, words: found?.words ?? new Set() };
}

async function conversationsOf(
  { tx, actor, query, filters, input }: Search,
  terms: readonly SearchTerm[],
  people: readonly CustomerHit[],
  hits: readonly MessageHit[],
): Promise<ConversationHit[]> {
  const exact = fromTypeId("conversation", query.text);
  const ids = exact ? [exact] : terms.length > 0 ? conversationIds(people, hits, filters) : null;
  const conversations = await readSearchedConversations(tx, actor, ids, filters, input.limit);
  return conversations.map((conversation) => ({
    conversation,
    marks: marksIn(conversation.customer.name, terms),
    message: hits.find((hit) => hit.conversationId === conversation.id) ?? null,
  }));
}

async function peopleOf({ tx, workspaceId, query, filters }: Search, terms: readonly SearchTerm[], near: boolean): Promise<CustomerHit[]> {
  if (terms.length === 0) return [];
  const exact = fromTypeId("customer", query.text);
  const ids = exact ? [exact] : await searchPeople(tx, query.text, near, near ? forNear : 50);
  const hits = await readCustomerHits(tx, workspaceId, ids, filters, terms);
  if (!near) return hits;
  const called = (hit: CustomerHit) => fold(hit.name ?? "").text.split(" ");
  return hits.filter((hit) => query.words.every((word) => called(hit).some((name) => isNear(word, name) || name.startsWith(word))));
}

/** Those of people with such a name first, then those in which it was said. What limits messages leaves names out. */
function conversationIds(people: readonly CustomerHit[], hits: readonly MessageHit[], filters: SearchFilters): string[] {
  const ofMessages = filters.from.length > 0 || filters.hasAttachment || filters.after !== null || filters.before !== null;
  const ids = [...(ofMessages ? [] : people.map((one) => one.conversationId)), ...hits.map((hit) => hit.conversationId)];
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : [fromTypeId("conversation", id) ?? ""]));
}

const newestFirst = (hits: MessageHit[]): MessageHit[] => hits.toSorted((a, b) => b.occurredAt.localeCompare(a.occurredAt));
const list = <T>(data: T[], next: string | null = null) => ({ data, page: { next, prev: null } });
