export type FormRow = { name: string; value: string };

/** More than this, and a form is cut: somebody could send thousands of fields. */
const most = 60;

/** What a file in a form carries for machines. */
const ofMachines: ReadonlySet<string> = new Set(["flow_token", "sha256", "mime_type", "saved_address_id", "encryption_metadata"]);

/** A filled form as rows: nested fields get a path, lists are joined, what is only for machines is left out. */
export function formRows(fields: Record<string, unknown>): FormRow[] {
  const rows: FormRow[] = [];
  const walk = (value: unknown, path: string): void => {
    if (rows.length >= most || value === null || value === undefined || value === "") return;
    if (Array.isArray(value)) {
      if (value.every((one) => typeof one !== "object" || one === null)) rows.push({ name: path, value: value.join(", ") });
      else for (const [index, one] of value.entries()) walk(one, `${path} ${index + 1}`);
    } else if (typeof value === "object") {
      for (const [key, inner] of Object.entries(value)) if (!ofMachines.has(key)) walk(inner, joined(path, key));
    } else rows.push({ name: path, value: String(value) });
  };
  walk(fields, "");
  return rows;
}

/** `values` is only the envelope of an address. */
const joined = (path: string, key: string): string => (key === "values" ? path : path ? `${path} · ${readable(key)}` : readable(key));

/** `screen_0_First_name_1` is how the form builder names the field "First name". */
function readable(key: string): string {
  const words = key
    .replace(/^screen_\d+_/, "")
    .replace(/_\d+$/, "")
    .replaceAll("_", " ")
    .trim();
  const text = words || key;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
