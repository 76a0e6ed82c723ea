import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"input">, "type" | "hidden" | "onChange" | "value"> & {
  /** At least one; without `multiple` exactly one. */
  onFiles: (files: [File, ...File[]]) => void;
};

/** What opens the browser's choice of files, by `click()` from a button beside it. The same file again is a choice, too. */
export function FileInput({ onFiles, ...rest }: Props) {
  return (
    <input
      {...rest}
      type="file"
      hidden
      onChange={(event) => {
        const [first, ...others] = event.target.files ?? [];
        event.target.value = "";
        if (first) onFiles([first, ...others]);
      }}
    />
  );
}
