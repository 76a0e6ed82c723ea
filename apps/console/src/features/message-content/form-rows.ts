export type FormRow = { name: string; value: string };

/** More than this, and a form is cut: somebody could send thousands of fields. */
const most = 60;

/** A filled form as rows: nested fields get a path, lists are joined, ids of the form's own make-up are left out. */
export function formRows(fields: Record<string, unknown>): FormRow[] {
  const rows: FormRow[] = [];
  const walk = (value: unknown, path: string): void => {
    if (rows.length >= most) return;
    if (Array.isArray(value) && value.every((one) => typeof one !== "object" || one === null))
      return void rows.push({ name: path, value: value.join(", ") });
    if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path} · ${readable(key)}` : readable(key));
      return;
    }
    if (value !== null && value !== undefined && value !== "") rows.push({ name: path, value: String(value) });
  };
  const { flow_token: _token, ...answers } = fields;
  walk(answers, "");
  return rows;
}

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
