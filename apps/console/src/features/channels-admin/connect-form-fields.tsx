"use client";
import { useTranslations } from "next-intl";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { PasswordInput } from "../../ui/password-input.tsx";
import { Select } from "../../ui/select.tsx";
import type { ConnectForm } from "./connect-fields.ts";

type Props = { form: ConnectForm; onChange: (form: ConnectForm) => void };

/** The fields of the chosen channel, with words on where Meta shows each of them. */
export function ConnectFormFields({ form, onChange }: Props) {
  const t = useTranslations("channelsAdmin");
  const names = useTranslations("channels");
  const bind = (name: Exclude<keyof ConnectForm, "channel" | "flavour" | "ownApp">) => ({
    name,
    value: form[name],
    autoComplete: "off",
    onChange: (event: { target: { value: string } }) => onChange({ ...form, [name]: event.target.value }),
  });
  return (
    <>
      <p className="flex items-center gap-2 font-medium">
        <ChannelIcon channel={form.channel} label={false} className="size-5" />
        {names(form.channel)}
      </p>
      <Field label={t("field.name")} hint={t("field.nameHint")}>
        <Input {...bind("name")} required maxLength={100} dir="auto" />
      </Field>
      <Field label={t(`field.externalId.${form.channel}`)} hint={t(`field.externalIdHint.${form.channel}`)}>
        <Input {...bind("externalId")} required maxLength={100} inputMode="numeric" dir="ltr" />
      </Field>
      {form.channel === "whatsapp" && (
        <>
          <Field label={t("field.wabaId")} hint={t("field.wabaIdHint")}>
            <Input {...bind("wabaId")} required inputMode="numeric" dir="ltr" />
          </Field>
          <Field label={t("field.displayPhoneNumber")} hint={t("field.optionalFilled")}>
            <Input {...bind("displayPhoneNumber")} type="tel" dir="ltr" />
          </Field>
        </>
      )}
      {form.channel === "instagram" && <InstagramFields form={form} onChange={onChange} bind={bind} />}
      <Field label={t("field.accessToken")} hint={t("field.accessTokenHint")}>
        <PasswordInput {...bind("accessToken")} dir="ltr" />
      </Field>
      <label className="flex items-start gap-2">
        <input
          type="checkbox"
          checked={form.ownApp}
          onChange={(event) => onChange({ ...form, ownApp: event.target.checked })}
          className="mt-1 accent-(--c-accent)"
        />
        <span>
          {t("field.ownApp")}
          <span className="block text-muted text-sm">{t("field.ownAppHint")}</span>
        </span>
      </label>
      {form.ownApp && (
        <>
          <Field label={t("field.appId")}>
            <Input {...bind("appId")} inputMode="numeric" dir="ltr" />
          </Field>
          <Field label={t("field.appSecret")}>
            <PasswordInput {...bind("appSecret")} required dir="ltr" />
          </Field>
          <Field label={t("verifyToken")} hint={t("verifyTokenHint")}>
            <Input {...bind("verifyToken")} required dir="ltr" className="font-mono text-sm" />
          </Field>
        </>
      )}
    </>
  );
}

type Bind = (name: "username" | "pageId") => { name: string; value: string; onChange: (event: { target: { value: string } }) => void };

function InstagramFields({ form, onChange, bind }: Props & { bind: Bind }) {
  const t = useTranslations("channelsAdmin.field");
  return (
    <>
      <Field label={t("flavour")} hint={t("flavourHint")}>
        <Select
          value={form.flavour}
          onChange={(flavour) => onChange({ ...form, flavour })}
          options={[
            { value: "page", label: t("flavourPage") },
            { value: "instagram_login", label: t("flavourLogin") },
          ]}
        />
      </Field>
      <Field label={t("username")} hint={t("usernameHint")}>
        <Input {...bind("username")} dir="ltr" />
      </Field>
      {form.flavour === "page" && (
        <Field label={t("pageId")} hint={t("optionalFilled")}>
          <Input {...bind("pageId")} inputMode="numeric" dir="ltr" />
        </Field>
      )}
    </>
  );
}
