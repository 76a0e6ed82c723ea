import { told } from "./panel-connect.ts";
import { choose } from "./panel-parts.ts";
import type { PanelState } from "./panel-state.ts";
import { doMeta, type MetaAct } from "./server.ts";

/** Token, standing, quality and name of an account. */
export function accountSection({ account, run }: PanelState): { name: string; content: Node[] } {
  const { externalId, channel, state } = account;
  const set = (act: MetaAct, said: string): void => run(() => doMeta(externalId, undefined, act), said);
  const tell = (act: MetaAct, said: string): void => run(() => doMeta(externalId, undefined, act), channel === "instagram" ? said : told(said));
  const content = [
    choose(
      "Access token",
      [
        { value: "valid", text: "Valid" },
        { value: "expired", text: "Expired" },
        { value: "revoked", text: "Revoked" },
      ],
      state.token,
      (value) => set({ type: "token", value }, value === "valid" ? "The token works again." : "Every call is now refused with code 190."),
    ),
    choose(
      "Standing",
      [
        { value: "fine", text: "Fine" },
        { value: "restricted", text: "Restricted" },
        { value: "disabled", text: "Switched off" },
      ],
      state.standing,
      (value) => tell({ type: "standing", value }, value === "fine" ? "The account is restored." : "The account may send nothing."),
    ),
  ];
  if (channel === "whatsapp") {
    content.push(
      choose(
        "Quality of the number",
        [
          { value: "GREEN", text: "High" },
          { value: "YELLOW", text: "Medium" },
          { value: "RED", text: "Low" },
        ],
        state.quality,
        (value) => tell({ type: "quality", value }, "The change of quality was told."),
      ),
      choose(
        "Display name",
        [
          { value: "APPROVED", text: "Approved" },
          { value: "DECLINED", text: "Rejected" },
        ],
        state.displayName,
        (value) =>
          tell(
            { type: "display_name", value },
            value === "APPROVED" ? "The name is approved." : "The name is rejected: sends are refused with 131037.",
          ),
      ),
    );
  }
  return { name: "The account", content };
}
