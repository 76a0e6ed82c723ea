import { describe, expect, it } from "vitest";
import { Circuit } from "./circuit.ts";

const host = ["facebook"];
const stall = (circuit: Circuit, calls: number, at: number, keys = host) => Array.from({ length: calls }, () => circuit.begin(keys, at));

describe("Circuit", () => {
  it("opens when calls stall, within 5 s, and lets one through after a rest", () => {
    const circuit = new Circuit();
    stall(circuit, 3, 0);
    expect(circuit.wait(host, 2900)).toBe(0);
    expect(circuit.wait(host, 3000)).toBe(4000);
    expect(circuit.wait(host, 6999)).toBe(1);
    expect(circuit.wait(host, 7000)).toBe(0);
    expect(circuit.wait(host, 7001)).toBe(1000);
  });

  it("closes on a clear answer, and rests twice as long when the trial is lost, too", () => {
    const circuit = new Circuit();
    const calls = stall(circuit, 3, 0);
    expect(circuit.wait(host, 3000)).toBe(4000);
    for (const end of calls) end("unclear", 6000);
    expect(circuit.wait(host, 7000)).toBe(0);
    circuit.begin(host, 7001)("unclear", 17_000);
    expect(circuit.wait(host, 17_000)).toBe(8000);
    expect(circuit.wait(host, 25_000)).toBe(0);
    circuit.begin(host, 25_001)("clear", 25_100);
    expect(circuit.wait(host, 25_101)).toBe(0);
    expect(circuit.wait(host, 25_102)).toBe(0);
  });

  it("opens after some answers in a row that say nothing", () => {
    const circuit = new Circuit();
    for (const at of [1, 2]) circuit.begin(host, at)("unclear", at);
    circuit.begin(host, 3)("clear", 3);
    for (const at of [4, 5]) circuit.begin(host, at)("unclear", at);
    expect(circuit.wait(host, 5)).toBe(0);
    circuit.begin(host, 6)("unclear", 6);
    expect(circuit.wait(host, 6)).toBe(4000);
  });

  it("stays closed to those whose calls are answered while one account's hang", () => {
    const circuit = new Circuit();
    stall(circuit, 5, 0, ["facebook", "a"]);
    circuit.begin(["facebook", "b"], 1000)("clear", 1200);
    expect(circuit.wait(["facebook", "b"], 4000)).toBe(0);
    expect(circuit.wait(["facebook", "a"], 4000)).toBe(4000);
    expect(circuit.wait(["facebook", "b"], 4100)).toBe(0);
  });

  it("lets another try when nothing was heard of who was let through", () => {
    const circuit = new Circuit();
    stall(circuit, 3, 0);
    circuit.wait(host, 3000);
    expect(circuit.wait(host, 7000)).toBe(0);
    expect(circuit.wait(host, 8000)).toBe(1000);
    expect(circuit.wait(host, 22_000)).toBe(0);
  });
});
