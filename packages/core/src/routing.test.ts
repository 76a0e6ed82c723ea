import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { treeHolds } from "./condition-tree.ts";
import { alwaysHolds, chooseRoute, type RoutingCondition, type RoutingFacts, type RoutingLeaf, type RoutingRule, whatFailed } from "./routing.ts";

const facts: RoutingFacts = {
  channel: "whatsapp",
  account: "cha_1",
  language: "pt_BR",
  labels: ["lbl_vip"],
  referral: { ref: "spring-sale", source: "ad" },
  text: "Ich möchte meine Bestellung zurückgeben, bitte!",
  open: ["bhr_day"],
};
/** Groups as every tree of conditions reads them, not as the reasons are looked for. */
const meetsRouting = (condition: RoutingCondition, given: RoutingFacts) =>
  treeHolds<RoutingLeaf>(condition, (leaf) => whatFailed(leaf, given) === null);
const holds = (condition: RoutingCondition, more: Partial<RoutingFacts> = {}) => meetsRouting(condition, { ...facts, ...more });

describe("a rule's condition", () => {
  it("asks about channel, account, language, labels, ad or link, words and hours", () => {
    const choice = (field: "channel" | "account" | "language" | "label", ...values: string[]): RoutingCondition => ({ field, op: "in", values });
    expect(holds(choice("channel", "messenger", "whatsapp"))).toBe(true);
    expect(holds(choice("account", "cha_2"))).toBe(false);
    expect([
      holds(choice("language", "pt")),
      holds(choice("language", "pt-BR")),
      holds(choice("language", "p")),
      holds(choice("language", "pt-PT")),
    ]).toEqual([true, true, false, false]);
    expect(holds({ field: "label", op: "not_in", values: ["lbl_vip"] })).toBe(false);
    expect(holds({ field: "referral", op: "is", value: true }, { referral: null })).toBe(false);
    expect(holds({ field: "referralText", op: "contains", value: "Spring" })).toBe(true);
    expect(holds({ field: "hours", op: "closed", values: ["bhr_night"] })).toBe(true);
    expect(holds({ field: "hours", op: "open", values: ["bhr_night", "bhr_day"] })).toBe(true);
  });

  it("finds whole words, without case and accents, in any script", () => {
    const says = (value: string, text = facts.text) => holds({ field: "text", op: "contains", value }, { text });
    expect([says("ZURUCKGEBEN"), says("bestell"), says("refund, meine bestellung"), says(","), says("bitte", null)]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
    expect([says("返品", "この商品を返品したい"), says("交換、返品", "返品できますか")]).toEqual([true, true]);
  });

  it("says which part of it was not met", () => {
    const [no, yes]: RoutingCondition[] = [
      { field: "channel", op: "in", values: ["instagram"] },
      { field: "channel", op: "in", values: ["whatsapp"] },
    ] as const satisfies RoutingCondition[];
    if (!no || !yes) throw new Error();
    expect(whatFailed({ all: [yes, { any: [no] }] }, facts)).toEqual(no);
    expect(whatFailed({ any: [no, { all: [no] }] }, facts)).toEqual({ any: [no, { all: [no] }] });
    expect(whatFailed({ none: [no, yes] }, facts)).toEqual({ none: [yes] });
    expect(whatFailed({ all: [] }, facts)).toBeNull();
    expect([alwaysHolds({ all: [] }), alwaysHolds({ any: [yes, { none: [] }] }), alwaysHolds({ all: [yes] }), alwaysHolds({ any: [] })]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

const leaf: fc.Arbitrary<RoutingCondition> = fc.oneof(
  fc.record({
    field: fc.constant("channel" as const),
    op: fc.constantFrom("in" as const, "not_in" as const),
    values: fc.subarray(["whatsapp", "messenger"]),
  }),
  fc.record({ field: fc.constant("referral" as const), op: fc.constant("is" as const), value: fc.boolean() }),
  fc.record({
    field: fc.constant("text" as const),
    op: fc.constantFrom("contains" as const, "not_contains" as const),
    value: fc.constantFrom("a", "b"),
  }),
);
const { condition } = fc.letrec<{ condition: RoutingCondition }>((tie) => {
  const parts = fc.array(tie("condition"), { maxLength: 3 });
  const groups = fc.oneof(fc.record({ all: parts }), fc.record({ any: parts }), fc.record({ none: parts }));
  return { condition: fc.oneof({ depthSize: "small" }, leaf, groups) };
});
const ids = ["q1", "q2", "gone"];
const rule = fc.record({
  id: fc.uuid(),
  name: fc.constant("A rule"),
  version: fc.constant(1),
  enabled: fc.boolean(),
  condition,
  action: fc.record({
    queueId: fc.option(fc.constantFrom(...ids)),
    assigneeId: fc.option(fc.constantFrom("a1", "away")),
    labels: fc.subarray(["l1", "gone"]),
    priority: fc.constantFrom(null, "high" as const),
  }),
});
const anyFacts: fc.Arbitrary<RoutingFacts> = fc.record({
  channel: fc.constantFrom("whatsapp" as const, "messenger" as const),
  account: fc.constant("cha_1"),
  language: fc.constant(null),
  labels: fc.constant([]),
  referral: fc.constantFrom(null, { ref: "x" }),
  text: fc.constantFrom(null, "a", "b", "a b"),
  open: fc.constant([]),
});
const targets = { queues: new Set(["q1", "q2"]), agents: new Set(["a1"]), labels: new Set(["l1"]) };

describe("the rule that is chosen", () => {
  it("is the first enabled one that is met and leads somewhere, and says why the ones before are not", () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), anyFacts, (rules, given) => {
        const route = chooseRoute(rules, given, targets);
        const leads = ({ action }: RoutingRule) => targets.queues.has(action.queueId ?? "") || targets.agents.has(action.assigneeId ?? "");
        const first = rules.find((one) => one.enabled && meetsRouting(one.condition, given) && leads(one)) ?? null;
        expect(route.rule).toBe(first);
        const before = rules.slice(0, first ? rules.indexOf(first) + 1 : undefined).filter((one) => one.enabled);
        expect(route.considered.map((one) => one.ruleId)).toEqual(before.map((one) => one.id));
        for (const [index, one] of before.entries()) {
          const { outcome, failed } = route.considered[index] ?? {};
          expect(outcome).toBe(!meetsRouting(one.condition, given) ? "condition" : one === first ? "matched" : "no_target");
          // What is named as the reason does not hold, taken alone.
          if (failed) expect(meetsRouting(failed, given)).toBe(false);
          else expect(outcome).not.toBe("condition");
        }
        if (first && route.to) {
          expect(route.fellBack).toBe(first.action.assigneeId === "away");
          expect([route.to.queueId, route.to.assigneeId, ...route.to.labels]).not.toContain("gone");
        }
      }),
    );
  });

  it("never is a disabled one, and never one behind a rule that always holds", () => {
    const catchAll: RoutingRule = {
      id: "all",
      name: "All",
      version: 1,
      enabled: true,
      condition: { all: [] },
      action: { queueId: "q1", assigneeId: null, labels: [], priority: null },
    };
    fc.assert(
      fc.property(fc.array(rule), fc.array(rule), anyFacts, (before, behind, given) => {
        const route = chooseRoute([...before, catchAll, ...behind], given, targets);
        expect(route.rule?.enabled).toBe(true);
        expect(behind).not.toContain(route.rule);
        expect(alwaysHolds(catchAll.condition)).toBe(true);
      }),
    );
  });
});
