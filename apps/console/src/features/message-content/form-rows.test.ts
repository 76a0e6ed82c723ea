import { describe, expect, it } from "vitest";
import { formRows } from "./form-rows.ts";

describe("formRows", () => {
  it("reads names, lists and nested fields", () => {
    expect(
      formRows({ flow_token: "secret", screen_0_First_name_0: "Maya", sizes: ["S", "M"], address: { city: "Leeds", floor: 2 }, empty: "" }),
    ).toEqual([
      { name: "First name", value: "Maya" },
      { name: "Sizes", value: "S, M" },
      { name: "Address · City", value: "Leeds" },
      { name: "Address · Floor", value: "2" },
    ]);
  });
  it("reads an address and a list of files", () => {
    const photo = { file_name: "rec.jpg", mime_type: "image/jpeg", sha256: "0+q6" };
    expect(formRows({ values: { city: "Leeds" }, saved_address_id: "addr_19", photos: [photo, photo] })).toEqual([
      { name: "City", value: "Leeds" },
      { name: "Photos 1 · File name", value: "rec.jpg" },
      { name: "Photos 2 · File name", value: "rec.jpg" },
    ]);
  });
  it("ends somewhere", () => {
    expect(formRows(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`q${index}`, "x"])))).toHaveLength(60);
  });
  it("reads a field whose name is only numbers", () => {
    expect(formRows({ _0: true })).toEqual([{ name: "_0", value: "true" }]);
  });
});
